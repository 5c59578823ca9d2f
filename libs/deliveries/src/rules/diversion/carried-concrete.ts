import { roundM3 } from '../volume.js';
import type { TripStage } from '../stages.js';

/** The fields of a trip that these rules read. */
export interface CarryingTrip {
  readonly stage: TripStage;
  readonly plannedM3: number;
  readonly batchedM3: number | null;
  /** Taken off at sites that it was sent on from, m³. */
  readonly takenElsewhereM3: number;
  readonly batchedAt: Date | null;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadEndAt: Date | null;
  readonly backAt: Date | null;
  readonly endedAt: Date | null;
}

/** Volume that is in the drum when nothing more has been taken off, m³ as weighed. */
export const carriedM3Of = ({
  batchedM3,
  plannedM3,
  takenElsewhereM3,
}: Pick<CarryingTrip, 'batchedM3' | 'plannedM3' | 'takenElsewhereM3'>): number =>
  batchedM3 === null ? plannedM3 : roundM3(batchedM3 - takenElsewhereM3);

/**
 * Whether concrete is in the drum that can be sent on: batched or on the road, not all discharged,
 * and the trip not over. A load that its site refused is still in the drum, though its trip ended.
 */
export function carriesConcrete(trip: CarryingTrip): boolean {
  if (trip.stage === 'refused') return trip.backAt === null;
  if (trip.endedAt !== null || trip.unloadEndAt !== null || trip.stage === 'cancelled')
    return false;
  return trip.batchedAt !== null || trip.leftPlantAt !== null || trip.arrivedAt !== null;
}
