import { newId, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { FixEntity } from './data/fix.entity.js';
import { FixRepository } from './data/fix.repository.js';
import { FixDoor } from './fix-door.service.js';
import type { IncomingFix } from './incoming-fix.js';
import { JudgeWake } from './judge-wake.js';

const aFix = (change: Partial<IncomingFix> = {}): IncomingFix => ({
  vehicleId: newId<VehicleId>(),
  at: new Date('2026-11-23T08:00:00.123Z'),
  source: 'terminal',
  terminalId: null,
  driverId: null,
  clientId: null,
  receivedAt: new Date('2026-11-23T08:00:01Z'),
  crs: 'wgs84',
  lngSent: 120.16,
  latSent: 30.25,
  accuracyM: null,
  altitudeM: null,
  speedKph: 42.5,
  headingDeg: 90,
  mileageKm: null,
  alarmBits: 0,
  statusBits: 3,
  isLocated: true,
  extras: null,
  ...change,
});

describe('FixDoor', () => {
  let database: TestDatabase;
  let door: FixDoor;
  let wakes = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    const wake = new JudgeWake();
    wake.onWake(() => (wakes += 1));
    door = new FixDoor(new UnitOfWork(database.dataSource), new FixRepository(), wake);
  });
  afterAll(() => database?.close());

  const storedOf = (vehicleId: VehicleId) =>
    database.dataSource.getRepository(FixEntity).find({
      where: { vehicleId },
      order: { arrival: 'ASC' },
    });

  it('keeps a fix as it was sent, unjudged', async () => {
    const fix = aFix({ alarmBits: 2 ** 32 - 1, extras: { gsm: 20 } });

    expect(await door.store([fix])).toEqual({ stored: 1, duplicates: 0 });

    const [row] = await storedOf(fix.vehicleId);
    expect(row).toMatchObject({
      at: fix.at,
      speedKph: 42.5,
      alarmBits: '4294967295',
      extras: { gsm: 20 },
      verdict: null,
      judgedAt: null,
    });
  });

  it('turns a position into WGS-84 once, and keeps the one sent', async () => {
    const fix = aFix({ crs: 'gcj02' });

    await door.store([fix]);

    const [row] = await storedOf(fix.vehicleId);
    expect([row!.crs, row!.lngSent, row!.latSent]).toEqual(['gcj02', 120.16, 30.25]);
    expect(row!.lng).toBeCloseTo(120.1553, 3);
    expect(row!.lat).toBeCloseTo(30.2524, 3);
  });

  it('keeps the order of a batch as the order of arrival', async () => {
    const vehicleId = newId<VehicleId>();
    const speeds = Array.from({ length: 300 }, (_, place) => (place * 7) % 300);

    await door.store(speeds.map((speedKph) => aFix({ vehicleId, speedKph })));

    expect((await storedOf(vehicleId)).map(({ speedKph }) => speedKph)).toEqual(speeds);
  });

  it('takes a fix of a phone once, however often it is sent', async () => {
    const vehicleId = newId<VehicleId>();
    const [one, two] = [
      aFix({ vehicleId, clientId: newId() }),
      aFix({ vehicleId, clientId: newId() }),
    ];

    expect(await door.store([one, one, two])).toEqual({ stored: 2, duplicates: 1 });
    expect(await door.store([two])).toEqual({ stored: 0, duplicates: 1 });
    expect(await storedOf(vehicleId)).toHaveLength(2);
  });

  it('wakes the judge once a batch is kept, and lets it sleep when nothing is new', async () => {
    const fix = aFix({ clientId: newId() });
    const before = wakes;

    await door.store([fix, aFix()]);
    await door.store([fix]);
    await door.store([]);

    expect(wakes - before).toBe(1);
  });
});
