/** The fields of a trip that this rule reads. */
export interface CarriedLoad {
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
  readonly endedAt: Date | null;
}

type Departure = Pick<CarriedLoad, 'leftPlantAt' | 'arrivedAt' | 'unloadStartAt'>;

const leftPlantBy = (trip: Departure): Date | null =>
  trip.leftPlantAt ?? trip.arrivedAt ?? trip.unloadStartAt;

/** Whether the truck has left the plant, by that stage or the first later one that is known. */
export const hasLeftPlant = (trip: Departure): boolean => leftPlantBy(trip) !== null;

/**
 * Whether concrete is in the drum outside the plant at an instant: from leaving the plant, or the
 * first later stage that is known, to the end of discharge or of the trip.
 */
export function isLoadedAt(trip: CarriedLoad, at: Date): boolean {
  const from = leftPlantBy(trip);
  const to = trip.unloadEndAt ?? trip.endedAt;
  return from !== null && from <= at && (to === null || at < to);
}
