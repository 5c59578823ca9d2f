import type { TripRule } from './trip-try.js';

/** The first discharge begins within its window, each later one before the concrete below has set. */
export const coldJoint: TripRule = {
  code: 'cold_joint',
  forbids: ({ dischargeFromSec, latestSec }) => dischargeFromSec > latestSec,
};
