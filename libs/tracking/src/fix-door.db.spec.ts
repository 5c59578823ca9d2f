import { newId, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { FixEntity } from './data/fix.entity.js';
import { ARRIVAL_BLOCK, FixRepository } from './data/fix.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeWake } from './judge-wake.js';
import { StoredFixes } from './stored-fixes.js';

describe('FixDoor', () => {
  let database: TestDatabase;
  let door: FixDoor;
  let wakes = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    const wake = new JudgeWake();
    wake.onWake(() => (wakes += 1));
    door = new FixDoor(
      new UnitOfWork(database.dataSource),
      new FixRepository(),
      new StoredFixes(),
      wake,
    );
  });
  afterAll(() => database?.close());

  const storedOf = (vehicleId: VehicleId) =>
    database.dataSource.getRepository(FixEntity).find({
      where: { vehicleId },
      order: { arrival: 'ASC' },
    });

  const waitingOf = ({ arrival }: FixEntity): Promise<object[]> =>
    database.dataSource.query(
      `SELECT * FROM fix_waiting WHERE $1::bigint BETWEEN first_arrival AND last_arrival`,
      [arrival],
    );

  it('keeps a fix as it was sent, and says that it waits', async () => {
    const fix = anIncomingFix({ alarmBits: 2 ** 32 - 1, extras: { gsm: 20 } });

    expect(await door.store([fix])).toEqual({ stored: 1, duplicates: 0 });

    const [row] = await storedOf(fix.vehicleId);
    expect(row).toMatchObject({
      at: fix.at,
      speedKph: 42.5,
      alarmBits: '4294967295',
      extras: { gsm: 20 },
    });
    expect(await waitingOf(row!)).toMatchObject([{ fixes: 1, first_at: fix.at, last_at: fix.at }]);
  });

  it('turns a position into WGS-84 once, and keeps the one sent', async () => {
    const fix = anIncomingFix({ crs: 'gcj02' });

    await door.store([fix]);

    const [row] = await storedOf(fix.vehicleId);
    expect([row!.crs, row!.lngSent, row!.latSent]).toEqual(['gcj02', 120.16, 30.25]);
    expect(row!.lng).toBeCloseTo(120.1553, 3);
    expect(row!.lat).toBeCloseTo(30.2524, 3);
  });

  it('keeps the order of a batch as the order of arrival', async () => {
    const vehicleId = newId<VehicleId>();
    const speeds = Array.from({ length: 300 }, (_, place) => (place * 7) % 300);

    await door.store(speeds.map((speedKph) => anIncomingFix({ vehicleId, speedKph })));

    expect((await storedOf(vehicleId)).map(({ speedKph }) => speedKph)).toEqual(speeds);
  });

  it('goes on in the next block of arrivals where one is not enough', async () => {
    const vehicleId = newId<VehicleId>();
    const speeds = Array.from({ length: ARRIVAL_BLOCK + 2 }, (_, nth) => nth);

    await door.store(speeds.map((speedKph) => anIncomingFix({ vehicleId, speedKph })));

    const rows: { speed_kph: number; waits: number }[] = await database.dataSource.query(
      `SELECT speed_kph, (SELECT fixes FROM fix_waiting
         WHERE arrival BETWEEN first_arrival AND last_arrival) AS waits
       FROM fix WHERE vehicle_id = $1 ORDER BY arrival`,
      [vehicleId],
    );
    expect(rows.map((row) => row.speed_kph)).toEqual(speeds);
    expect([rows[0]!.waits, rows.at(-1)!.waits]).toEqual([ARRIVAL_BLOCK, 2]);
  });

  it('takes a fix of a phone once, however often it is sent', async () => {
    const vehicleId = newId<VehicleId>();
    const [one, two] = [
      anIncomingFix({ vehicleId, clientId: newId() }),
      anIncomingFix({ vehicleId, clientId: newId() }),
    ];

    expect(await door.store([one, one, two])).toEqual({ stored: 2, duplicates: 1 });
    expect(await door.store([two])).toEqual({ stored: 0, duplicates: 1 });
    expect(await storedOf(vehicleId)).toHaveLength(2);
  });

  it('wakes the judge once a batch is kept, and lets it sleep when nothing is new', async () => {
    const fix = anIncomingFix({ clientId: newId() });
    const before = wakes;

    await door.store([fix, anIncomingFix()]);
    await door.store([fix]);
    await door.store([]);

    expect(wakes - before).toBe(1);
  });
});
