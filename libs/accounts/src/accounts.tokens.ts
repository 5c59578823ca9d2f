import type { AccessScope, DriverId, EnterpriseId } from '@tongyun/kernel';

/** How long sign-ins last; the app decides. */
export interface SessionSettings {
  readonly accessTokenMin: number;
  /** Days that an unused sign-in of staff stays good. */
  readonly refreshDays: number;
  /** Days that an unused sign-in of a driver's phone stays good. */
  readonly deviceDays: number;
}
export const SESSION_SETTINGS = Symbol('SessionSettings');

/** What accounts must know of a driver; answered by fleet, which lies to the right. */
export interface DriverDirectory {
  /** A driver whose phones the asker may sign in and out; refused once he left his enterprise. */
  find(scope: AccessScope, driverId: DriverId): Promise<DriverEntry | null>;
  /** How a driver left his enterprise; null while he works there. */
  leaveOf(driverId: DriverId): Promise<DriverLeave | null>;
}
export interface DriverEntry {
  readonly driverId: DriverId;
  readonly name: string;
  readonly enterpriseId: EnterpriseId;
}
export interface DriverLeave {
  readonly enterpriseName: string;
  /** His last day. */
  readonly leftOn: string;
  /** When it was entered, and his phones were signed out. */
  readonly leftAt: Date;
}
export const DRIVER_DIRECTORY = Symbol('DriverDirectory');

/** Names of enterprises for people to read; answered by fleet. */
export interface EnterpriseDirectory {
  nameOf(enterpriseId: EnterpriseId): Promise<string | null>;
}
export const ENTERPRISE_DIRECTORY = Symbol('EnterpriseDirectory');
