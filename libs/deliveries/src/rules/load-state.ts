import { SUPERSEDED } from './advance-trip.js';
import type { LoadState } from './order-states.js';
import { placeOf, type TripStage } from './stages.js';

/** The fields of a trip that this rule reads. */
export interface CarryingTrip {
  readonly stage: TripStage;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/**
 * The state of a load because of the trip that carries it.
 *
 * Concrete that was refused, diverted or never sent leaves the load to be planned again. A trip
 * that was superseded after reaching the site is taken to have discharged there.
 */
export function computeLoadState(trip: CarryingTrip): LoadState {
  const place = placeOf(trip.stage);
  if (place < 0) return 'planned';
  if (place >= placeOf('unloaded')) return 'delivered';
  if (trip.endReason === SUPERSEDED && place >= placeOf('at_site')) return 'delivered';
  return trip.startedAt === null ? 'released' : 'on_trip';
}

/** Whether vehicle and driver need not be held for this trip any longer. */
export const isWindowOver = (trip: CarryingTrip): boolean =>
  trip.endedAt !== null || computeLoadState(trip) === 'delivered' || trip.stage === 'diverted';
