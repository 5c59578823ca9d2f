import { SUPERSEDED } from './advance-trip.js';
import type { LoadState } from './order-states.js';
import { placeOf, type TripStage } from './stages.js';
import { SMALLEST_M3 } from './volume.js';

/** The fields of a trip that this rule reads. */
export interface CarryingTrip {
  readonly stage: TripStage;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** What the site refused or did not need of it, m³. */
  readonly undeliveredM3: number;
}

/**
 * The state of a load because of the trip that carries it.
 *
 * Concrete that was refused, diverted or never sent leaves the load to be planned again. A trip
 * that was superseded after reaching the site is taken to have discharged there. Where the site
 * sent a part back, the load is over all the same, and its order short by that much.
 */
export function computeLoadState(trip: CarryingTrip): LoadState {
  const place = placeOf(trip.stage);
  if (place < 0) return 'planned';
  const isSuperseded = trip.endReason === SUPERSEDED && place >= placeOf('at_site');
  if (place >= placeOf('unloaded') || isSuperseded) {
    return trip.undeliveredM3 < SMALLEST_M3 ? 'delivered' : 'returned_part';
  }
  return trip.startedAt === null ? 'released' : 'on_trip';
}

/** Whether vehicle and driver need not be held for this trip any longer. */
export const isWindowOver = (trip: CarryingTrip): boolean =>
  trip.endedAt !== null || trip.stage === 'diverted' || placeOf(trip.stage) >= placeOf('unloaded');
