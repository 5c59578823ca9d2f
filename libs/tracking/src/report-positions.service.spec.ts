import type { Duty, DutyQueries } from '@tongyun/deliveries';
import {
  type AccessScope,
  addSeconds,
  type DriverId,
  type DutyId,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import type { PolicyQueries } from '@tongyun/policy';
import type { FixDoor } from './fix-door.service.js';
import type { IncomingFix } from './incoming-fix.js';
import { ReportPositionsService } from './report-positions.service.js';

const now = new Date('2026-11-23T08:00:00Z');
const vehicleId = newId<VehicleId>();
const driver: AccessScope = { ...SYSTEM_SCOPE, roles: ['driver'], driverId: newId<DriverId>() };
const POLICIES: Readonly<Record<string, number>> = {
  'fix.future_tolerance_sec': 300,
  'judge.late_checkpoint_hours': 72,
};

/** A duty of the driver, from and to so many seconds before now; null: still open. */
const aDuty = (fromSec: number, toSec: number | null, vehicle = vehicleId): Duty => ({
  id: newId<DutyId>(),
  enterpriseId: newId<EnterpriseId>(),
  driverId: driver.driverId!,
  vehicleId: vehicle,
  state: 'checked_in',
  clockInAt: addSeconds(now, -fromSec),
  clockOutAt: toSec === null ? null : addSeconds(now, -toSec),
  version: 1,
});

function aService(known: readonly Duty[] = [aDuty(100 * 3_600, null)]) {
  const stored: IncomingFix[] = [];
  const duties: Pick<DutyQueries, 'dutiesOf'> = {
    dutiesOf: async (_scope, _driverId, { from, to }) =>
      known.filter(
        ({ clockInAt, clockOutAt }) =>
          clockInAt <= to && (clockOutAt === null || clockOutAt >= from),
      ),
  };
  const policies = {
    valueAt: async (key: string) => ({ value: POLICIES[key], version: 'shipped' }),
  };
  const door = {
    store: async (fixes: IncomingFix[]) => {
      stored.push(...fixes);
      return { stored: fixes.length, duplicates: 0 };
    },
  };
  const service = new ReportPositionsService(
    duties as unknown as DutyQueries,
    policies as unknown as PolicyQueries,
    door as unknown as FixDoor,
    { now: () => now },
  );
  return { service, stored };
}

const aReport = (...secondsAgo: number[]) => ({
  crs: 'wgs84' as const,
  fixes: secondsAgo.map((seconds) => ({
    id: newId<string>(),
    at: new Date(now.getTime() - seconds * 1_000),
    lng: 120.1,
    lat: 30.2,
    accuracyM: 12,
    speedKph: null,
    headingDeg: null,
  })),
});

describe('ReportPositionsService', () => {
  it('stores a driver’s fixes for the vehicle he is on duty on', async () => {
    const { service, stored } = aService();
    const report = aReport(60, 30);

    expect(await service.report(driver, report)).toEqual({ stored: 2, duplicates: 0 });

    expect(stored[0]).toMatchObject({
      vehicleId,
      driverId: driver.driverId,
      source: 'phone',
      clientId: report.fixes[0]!.id,
      receivedAt: now,
    });
  });

  it('takes nothing from a driver off duty, or from one who is no driver', async () => {
    const { service, stored } = aService([]);
    const report = aReport(2, 1);

    await expect(service.report(driver, report)).rejects.toMatchObject({
      code: 'OFF_DUTY',
      details: { ids: report.fixes.map(({ id }) => id) },
    });
    await expect(
      aService().service.report({ ...driver, driverId: null }, aReport(1)),
    ).rejects.toMatchObject({ code: 'OFF_DUTY' });
    expect(stored).toEqual([]);
  });

  it('gives each fix to the vehicle of the duty at its own time, however late it comes', async () => {
    const next = newId<VehicleId>();
    const { service, stored } = aService([aDuty(600, 300), aDuty(300, 200, next)]);

    await service.report(driver, aReport(600, 301, 300, 200));

    expect(stored.map((fix) => fix.vehicleId)).toEqual([vehicleId, vehicleId, next, next]);
  });

  it('takes the past of a duty that has ended, though the driver is on another vehicle', async () => {
    const { service, stored } = aService([aDuty(600, 300), aDuty(100, null, newId<VehicleId>())]);

    await service.report(driver, aReport(400));

    expect(stored.map((fix) => fix.vehicleId)).toEqual([vehicleId]);
  });

  it('refuses all with OFF_DUTY and names those taken before, between and after duties', async () => {
    const { service, stored } = aService([aDuty(600, 300), aDuty(100, 50)]);
    const report = aReport(601, 600, 299, 101, 100, 49);
    const [before, , between, stillBetween, , after] = report.fixes.map(({ id }) => id);

    await expect(service.report(driver, report)).rejects.toMatchObject({
      code: 'OFF_DUTY',
      details: { ids: [before, between, stillBetween, after] },
    });
    expect(stored).toEqual([]);
  });

  it.each([
    { secondsAgo: -301, code: 'FIX_IN_FUTURE', why: 'more than the tolerance ahead' },
    { secondsAgo: 72 * 3_600 + 1, code: 'FIX_TOO_OLD', why: 'older than any checkpoint' },
  ])('refuses all with $code and names the one at fault ($why)', async ({ secondsAgo, code }) => {
    const { service, stored } = aService();
    const report = aReport(10, secondsAgo);

    await expect(service.report(driver, report)).rejects.toMatchObject({
      code,
      details: { ids: [report.fixes[1]!.id] },
    });
    expect(stored).toEqual([]);
  });
});
