import type { TripRule } from './trip-try.js';

/** What is not begun cannot begin before now. */
export const alreadyPast: TripRule = {
  code: 'already_past',
  forbids: ({ loadFromSec }, { problem }) => loadFromSec < problem.nowSec,
};
