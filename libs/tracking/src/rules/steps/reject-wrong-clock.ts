import { secondsBetween } from '@tongyun/kernel';
import { NO_EVENTS } from '../events.js';
import type { FixInput } from '../inputs.js';
import type { Step } from '../step.js';

/** A clock that never met a satellite counts from 2000 or 1970; nobody uploads after a year. */
const OLDEST_SEC = 365 * 86_400;

/** Whether the device had no time yet: its fix says nothing of when, late or not. */
export const isOfUnsetClock = ({ at, receivedAt }: Pick<FixInput, 'at' | 'receivedAt'>): boolean =>
  secondsBetween(at, receivedAt) > OLDEST_SEC;

/** Rejects a time that cannot be: tomorrow, the year 2000. */
export const rejectWrongClock: Step = (state, input, { policy }) => {
  if (input.kind !== 'fix') return null;
  if (secondsBetween(input.receivedAt, input.at) > policy.futureToleranceSec) {
    return { state, events: NO_EVENTS, rejection: 'future' };
  }
  return isOfUnsetClock(input) ? { state, events: NO_EVENTS, rejection: 'year_2000' } : null;
};
