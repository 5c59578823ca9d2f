/** The fields that this rule reads. */
export interface FreeDriver {
  readonly driverId: string;
  /** Trained, and not held for another job at that time. */
  readonly mayDrive: boolean;
  readonly heldCount: number;
}

/**
 * Gives each vehicle that nobody is on a free driver of its own, the least busy first.
 *
 * @param vehicleIds in the order in which they are to get a driver
 * @returns a driver's id for each vehicle; null where none is left
 */
export function pairDrivers<VehicleId extends string, Driver extends FreeDriver>(
  vehicleIds: readonly VehicleId[],
  drivers: readonly Driver[],
): { readonly vehicleId: VehicleId; readonly driverId: Driver['driverId'] | null }[] {
  const free = drivers
    .filter(({ mayDrive }) => mayDrive)
    .toSorted(
      (one, other) => one.heldCount - other.heldCount || one.driverId.localeCompare(other.driverId),
    );
  return vehicleIds.map((vehicleId, index) => ({
    vehicleId,
    driverId: free[index]?.driverId ?? null,
  }));
}
