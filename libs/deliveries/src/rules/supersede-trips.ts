/** A trip that is under way: started and not ended. */
export interface OpenTrip<Id extends string> {
  readonly id: Id;
  readonly startedAt: Date;
}

/**
 * Finds which trips are over because a vehicle or driver cannot be on two: the older ones.
 *
 * A late report may start a trip after a newer one has begun; then it is that trip itself which is
 * over, and the newer one stays.
 *
 * @param others trips of the same vehicle or driver that are under way
 * @returns the trips to end and when; empty when nothing stands in the way
 */
export function findSuperseded<Id extends string>(
  trip: OpenTrip<Id>,
  others: readonly OpenTrip<Id>[],
): { readonly id: Id; readonly endedAt: Date }[] {
  const newer = others
    .filter(({ startedAt }) => startedAt > trip.startedAt)
    .toSorted((one, other) => one.startedAt.getTime() - other.startedAt.getTime());
  if (newer[0]) return [{ id: trip.id, endedAt: newer[0].startedAt }];
  return others.map(({ id }) => ({ id, endedAt: trip.startedAt }));
}
