import { type IssuedDeviceCode, IssueDeviceCodeService } from '@tongyun/accounts';
import type { DriverId } from '@tongyun/kernel';
import { DEMO_ADMINISTRATION, serviceOf, type ServiceSource } from './demo-services.js';
import { DEMO_DRIVERS } from './drivers.js';
import type { DemoFleet } from './load-fleet.js';

export interface DemoDriverCode extends IssuedDeviceCode {
  readonly driverName: string;
}

/** A sign-in for the one role that has no password: a fresh code for a driver's phone. */
export async function issueDriverCode(
  app: ServiceSource,
  { drivers }: DemoFleet,
): Promise<DemoDriverCode> {
  const { name, phone } = DEMO_DRIVERS.at(-1)!;
  const driverId = drivers.get(phone) as DriverId;
  const issued = await serviceOf(app, IssueDeviceCodeService).issue(DEMO_ADMINISTRATION, driverId);
  return { ...issued, driverName: name };
}
