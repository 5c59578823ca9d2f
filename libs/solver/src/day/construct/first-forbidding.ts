import { TRIP_RULES } from '../constraints/index.js';
import type { TripTry } from '../constraints/trip-try.js';
import type { DayState } from '../state/day-state.js';

/** The code of the first rule that forbids a trip; null when none does. */
export function firstForbidding(trip: TripTry, state: DayState): string | null {
  for (const rule of TRIP_RULES) if (rule.forbids(trip, state)) return rule.code;
  return null;
}
