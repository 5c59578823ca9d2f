import type { TripFacts } from '../inputs.js';
import { atOnce, type Watch } from './watch.js';

const MS_PER_MIN = 60_000;

/**
 * The concrete in the drum grows old: warned of, and grave once the instant is past by which it should
 * have been discharged (R47), by the clock alone. The limits are the trip's own, of its batch.
 */
export const transportTimeout: Watch = {
  code: 'transport_timeout',
  confirmFixes: atOnce,
  find({ trip }, input) {
    const batchedAtMs = ageFrom(trip);
    if (trip === null || batchedAtMs === null) return null;
    const ageMin = (input.at.getTime() - batchedAtMs) / MS_PER_MIN;
    if (!(ageMin >= trip.lifeWarnMin)) return null;
    const isOver = ageMin > trip.lifeLimitMin;
    return {
      level: isOver ? 'grave' : 'notice',
      value: Math.floor(ageMin),
      limitValue: trip.lifeLimitMin,
      unit: 'min',
      sinceMs: batchedAtMs + trip.lifeWarnMin * MS_PER_MIN,
    };
  },
  dueAtMs({ trip }) {
    const batchedAtMs = ageFrom(trip);
    return trip === null || batchedAtMs === null
      ? null
      : batchedAtMs + trip.lifeWarnMin * MS_PER_MIN;
  },
  graverAtMs({ trip }) {
    const batchedAtMs = ageFrom(trip);
    return trip === null || batchedAtMs === null
      ? null
      : batchedAtMs + trip.lifeLimitMin * MS_PER_MIN + 1; // the limit itself still counts as in time
  },
};

/** When the concrete was batched, as far as is known; null: there is none in the drum. */
const ageFrom = (trip: TripFacts | null): number | null =>
  trip?.isLoaded === true ? (trip.batchedAtMs ?? trip.leftPlantAtMs) : null;
