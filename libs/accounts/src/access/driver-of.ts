import { type AccessScope, DomainError, type DriverId } from '@tongyun/kernel';

/** The driver that a phone's sign-in stands for; any other sign-in is refused with NOT_A_DRIVER. */
export function driverOf({ driverId, userId }: AccessScope): DriverId {
  if (driverId) return driverId;
  throw new DomainError('NOT_A_DRIVER', 'This sign-in stands for no driver', { userId });
}
