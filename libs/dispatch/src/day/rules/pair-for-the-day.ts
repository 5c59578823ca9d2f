/** Who drives a vehicle on a day, by how sure it is. */
export interface KnownPairs {
  readonly onDuty: ReadonlyMap<string, string>;
  readonly released: ReadonlyMap<string, string>;
  readonly last: ReadonlyMap<string, string>;
}

/**
 * Gives each vehicle a driver of its own: who is on duty on it, else who was told to drive it that
 * day, else who drove it last, else a trained driver whom nobody needs.
 *
 * @param trained drivers who may drive that day, in the order in which they are taken
 * @returns by vehicle; those that nobody is left for are missing
 */
export function pairForTheDay(
  vehicleIds: readonly string[],
  { onDuty, released, last }: KnownPairs,
  trained: readonly string[],
): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const give = (vehicleId: string, driverId: string | undefined): void => {
    if (driverId === undefined || pairs.has(vehicleId) || taken.has(driverId)) return;
    pairs.set(vehicleId, driverId);
    taken.add(driverId);
  };
  for (const known of [onDuty, released]) {
    for (const vehicleId of vehicleIds) give(vehicleId, known.get(vehicleId));
  }
  const may = new Set(trained);
  for (const vehicleId of vehicleIds) {
    const driverId = last.get(vehicleId);
    if (driverId !== undefined && may.has(driverId)) give(vehicleId, driverId);
  }
  const free = trained.filter((driverId) => !taken.has(driverId));
  for (const vehicleId of vehicleIds) {
    if (!pairs.has(vehicleId)) give(vehicleId, free.shift());
  }
  return pairs;
}
