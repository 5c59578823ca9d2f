import { newId } from '@tongyun/kernel';
import type { Driver, Vehicle } from '@tongyun/fleet';
import { UseAgreementEntity } from '@tongyun/fleet/data';
import { RoutingModule } from '@tongyun/routing';
import { VehicleTrackEntity } from '@tongyun/tracking/data';
import type { TestingModule } from '@nestjs/testing';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ClockInService } from './clock-in.service.js';
import { ClockOutService } from './clock-out.service.js';
import { DutyEntity } from './data/index.js';
import { DeliveriesModule } from './deliveries.module.js';
import { DriverDayQueries } from './driver-day-queries.service.js';
import { DutyQueries } from './duty-queries.service.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const now = at('06:00');

const scopeOf = ({ id, enterpriseId }: Driver) => ({
  ...anEmployee(enterpriseId, 'driver'),
  driverId: id,
});

/** A vehicle's track: driven from 01:50 to 05:59, or to a stop before. */
const drive = (stoppedAt: string | null) => ({
  state: {
    motion: {
      stop: stoppedAt && { atMs: at(stoppedAt).getTime() },
      drivenSinceMs: at('01:50').getTime(),
      day: '2026-11-23',
      drivenMs: 250 * 60_000,
    },
  },
  fixAt: at('05:59'),
});

describe('duties', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), DeliveriesModule], {
      now: () => now,
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    works = await buildWorks(database.dataSource.manager);
  });

  const clockIn = (driver: Driver, { plateNo }: Vehicle, clock = '05:00', id = newId<string>()) =>
    module.get(ClockInService).clockIn(scopeOf(driver), driver.id, {
      id,
      plateNo: plateNo!,
      plateColor: 'yellow',
      at: at(clock),
    });
  const rows = () => database.dataSource.getRepository(DutyEntity);

  it('begin with a plate, and once for each id that the phone made', async () => {
    const [driver, mixer] = [await works.addDriver(), await works.addMixer()];
    const id = newId<string>();

    const first = await clockIn(driver, mixer, '05:00', id);
    const repeated = await clockIn(driver, mixer, '05:00', id);

    expect(first).toMatchObject({
      vehicleId: mixer.id,
      state: 'checked_in',
      clockInAt: at('05:00'),
    });
    expect(repeated).toEqual(first);
    expect(await rows().countBy({ driverId: driver.id })).toBe(1);
  });

  it('are refused to a driver who has not passed both trainings', async () => {
    const [driver, mixer] = [await works.addDriver(['skill']), await works.addMixer()];

    await expect(clockIn(driver, mixer)).rejects.toMatchObject({
      code: 'DUTY_NOT_PERMITTED',
      details: { reasons: [expect.objectContaining({ code: 'untrained_safety' })] },
    });
    const day = await module.get(DriverDayQueries).get(scopeOf(driver), driver.id);
    expect(day.reasons.map(({ code }) => code)).toEqual(['untrained_safety']);
  });

  it('are refused to a driver who has just driven for four hours, until he has rested', async () => {
    const [driver, first, second] = [
      await works.addDriver(),
      await works.addMixer(),
      await works.addMixer(),
    ];
    await clockIn(driver, first, '01:00');
    const tracks = database.dataSource.getRepository(VehicleTrackEntity);
    await tracks.insert({ vehicleId: first.id, ...drive(null) });

    await expect(clockIn(driver, second, '06:00')).rejects.toMatchObject({
      code: 'DUTY_NOT_PERMITTED',
      details: {
        reasons: [
          expect.objectContaining({
            code: 'driving_hours',
            compared: expect.objectContaining({ sinceRestMin: 249, sinceRestLimitMin: 240 }),
          }),
        ],
      },
    });
    await tracks.update({ vehicleId: first.id }, drive('05:40'));
    await expect(clockIn(driver, second, '06:00')).resolves.toMatchObject({ driverId: driver.id });
  });

  it('are refused on a vehicle that the enterprise has no agreement for', async () => {
    const driver = await works.addDriver();
    const others = await buildWorks(database.dataSource.manager);

    await expect(clockIn(driver, await others.addMixer())).rejects.toMatchObject({
      code: 'DUTY_NOT_PERMITTED',
      details: { reasons: [expect.objectContaining({ code: 'undeclared_use' })] },
    });
  });

  it('are refused for a time at which the vehicle was permitted but is no longer', async () => {
    const driver = await works.addDriver();
    const others = await buildWorks(database.dataSource.manager);
    const lent = await others.addMixer();
    await database.dataSource.manager.insert(UseAgreementEntity, {
      id: newId<string>(),
      vehicleId: lent.id,
      enterpriseId: works.enterpriseId,
      kind: 'hired',
      validFrom: at('00:00'),
      validTo: at('05:00'),
      decidedBy: works.dispatcher.userId,
      decidedAt: at('00:00'),
    });

    await expect(clockIn(driver, lent, '03:00')).rejects.toMatchObject({
      code: 'DUTY_NOT_PERMITTED',
      details: { reasons: [expect.objectContaining({ code: 'undeclared_use' })] },
    });
  });

  it.each([
    { clock: '2026-11-22T17:59:00Z', code: 'DUTY_TIME_TOO_OLD' },
    { clock: '2026-11-23T06:06:00Z', code: 'DUTY_TIME_IN_FUTURE' },
  ])('do not begin at $clock, now being six: $code', async ({ clock, code }) => {
    const [driver, { plateNo }] = [await works.addDriver(), await works.addMixer()];
    const request = {
      id: newId<string>(),
      plateNo: plateNo!,
      plateColor: 'yellow',
      at: new Date(clock),
    } as const;

    const clockingIn = module.get(ClockInService).clockIn(scopeOf(driver), driver.id, request);

    await expect(clockingIn).rejects.toMatchObject({ code });
    expect(await rows().countBy({ driverId: driver.id })).toBe(0);
  });

  it('end when the driver takes another vehicle or another driver takes over', async () => {
    const [one, other] = [await works.addDriver(), await works.addDriver()];
    const [first, second] = [await works.addMixer(), await works.addMixer()];
    await clockIn(one, first, '04:00');
    await clockIn(one, second, '04:30');

    await clockIn(other, second, '05:00');

    const duties = await rows().find({ where: { driverId: one.id }, order: { clockInAt: 'ASC' } });
    expect(duties.map(({ clockOutAt }) => clockOutAt)).toEqual([at('04:30'), now]);
    const open = await module
      .get(DutyQueries)
      .openDutyOf(works.dispatcher, { vehicleId: second.id });
    expect(open?.driverId).toBe(other.id);
  });

  it('end at clock-out, and a repeat gets the same answer', async () => {
    const [driver, mixer] = [await works.addDriver(), await works.addMixer()];
    await clockIn(driver, mixer, '04:00');
    const clockingOut = module.get(ClockOutService);

    const ended = await clockingOut.clockOut(driver.id, at('05:30'));
    const repeated = await clockingOut.clockOut(driver.id, at('05:30'));

    expect(ended).toMatchObject({ state: 'off_duty', clockOutAt: at('05:30') });
    expect(repeated).toEqual(ended);
    await expect(clockingOut.clockOut(driver.id, at('05:40'))).rejects.toMatchObject({
      code: 'DUTY_NOT_OPEN',
    });
  });

  it('are found again for any time of theirs', async () => {
    const driver = await works.addDriver();
    const [first, second] = [await works.addMixer(), await works.addMixer()];
    await clockIn(driver, first, '03:00');
    await clockIn(driver, second, '04:00');
    await module.get(ClockOutService).clockOut(driver.id, at('05:00'));
    await clockIn(await works.addDriver(), second, '05:30');
    const vehiclesBetween = async (from: string, to: string) => {
      const interval = { from: at(from), to: at(to) };
      const duties = await module.get(DutyQueries).dutiesOf(works.dispatcher, driver.id, interval);
      return duties.map(({ vehicleId }) => vehicleId);
    };

    expect(await vehiclesBetween('03:30', '03:40')).toEqual([first.id]);
    expect(await vehiclesBetween('04:00', '04:00')).toEqual([first.id, second.id]);
    expect(await vehiclesBetween('02:00', '05:59')).toEqual([first.id, second.id]);
    expect(await vehiclesBetween('02:00', '02:59')).toEqual([]);
    expect(await vehiclesBetween('05:01', '05:59')).toEqual([]);
  });

  it('are nothing that another enterprise can see', async () => {
    const [driver, mixer] = [await works.addDriver(), await works.addMixer()];
    await clockIn(driver, mixer);
    const others = await buildWorks(database.dataSource.manager);

    const seen = await module
      .get(DutyQueries)
      .openDutyOf(others.dispatcher, { driverId: driver.id });

    const interval = { from: at('05:00'), to: now };
    const found = await module.get(DutyQueries).dutiesOf(others.dispatcher, driver.id, interval);

    expect(seen).toBeNull();
    expect(found).toEqual([]);
  });
});
