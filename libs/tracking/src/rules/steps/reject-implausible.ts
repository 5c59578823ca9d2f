import { secondsBetween } from '@tongyun/kernel';
import { NO_EVENTS } from '../events.js';
import type { FixInput } from '../inputs.js';
import type { Step } from '../step.js';

/** A clock that never met a satellite counts from 2000 or 1970; nobody uploads after a year. */
const OLDEST_SEC = 365 * 86_400;

/** Whether the device had no time yet: its fix says nothing of when, late or not. */
export const isOfUnsetClock = ({ at, receivedAt }: Pick<FixInput, 'at' | 'receivedAt'>): boolean =>
  secondsBetween(at, receivedAt) > OLDEST_SEC;

/**
 * Rejects what a device cannot know: a place without satellites or only roughly, the null island,
 * tomorrow, the year 2000.
 */
export const rejectImplausible: Step = (state, input, { policy }) => {
  if (input.kind !== 'fix') return null;
  if (secondsBetween(input.receivedAt, input.at) > policy.futureToleranceSec) {
    return { state, events: NO_EVENTS, rejection: 'future' };
  }
  if (isOfUnsetClock(input)) return { state, events: NO_EVENTS, rejection: 'year_2000' };
  if (input.lng === 0 && input.lat === 0)
    return { state, events: NO_EVENTS, rejection: 'zero_position' };
  if (!input.isLocated) return { state, events: NO_EVENTS, rejection: 'not_located' };
  if (input.accuracyM !== null && input.accuracyM > policy.worstAccuracyM) {
    return { state, events: NO_EVENTS, rejection: 'inaccurate' };
  }
  return null;
};
