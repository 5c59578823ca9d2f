import { NO_EVENTS } from '../events.js';
import type { Step } from '../step.js';

/**
 * Drops a fix of the instant that was judged last: terminals repeat what was not answered in time.
 * One older than that never belongs here; the judge takes late fixes another way.
 */
export const dropDuplicates: Step = (state, input) => {
  if (input.kind !== 'fix' || state.last === null) return null;
  const atMs = input.at.getTime();
  if (atMs === state.last.atMs) return { state, events: NO_EVENTS, rejection: 'duplicate' };
  if (atMs < state.last.atMs) return { state, events: NO_EVENTS, rejection: 'out_of_order' };
  return null;
};
