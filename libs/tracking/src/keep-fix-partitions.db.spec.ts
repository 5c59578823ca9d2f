import { newId, type VehicleId } from '@tongyun/kernel';
import { BackgroundWork, Lease, UnitOfWork } from '@tongyun/platform';
import type { PolicyQueries } from '@tongyun/policy';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { FixPartitions } from './data/fix-partitions.repository.js';
import { FixRepository } from './data/fix.repository.js';
import { FixDoorModule } from './fix-door.module.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeWake } from './judge-wake.js';
import { KeepFixPartitions } from './keep-fix-partitions.service.js';
import { StoredFixes } from './stored-fixes.js';

const LIMITS: Readonly<Record<string, number>> = {
  'judge.late_checkpoint_hours': 24,
  'fix.keep_days': 10,
};

describe('KeepFixPartitions', () => {
  let database: TestDatabase;
  let door: FixDoor;
  let keeper: KeepFixPartitions;
  let now = new Date('2031-03-10T12:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    const unitOfWork = new UnitOfWork(database.dataSource);
    door = new FixDoor(unitOfWork, new FixRepository(), new StoredFixes(), new JudgeWake());
    const policies = { valueAt: async (key: string) => ({ value: LIMITS[key], version: 'test' }) };
    const clock = { now: () => now };
    keeper = new KeepFixPartitions(
      unitOfWork,
      new FixPartitions(),
      policies as unknown as PolicyQueries,
      new BackgroundWork(new Lease(unitOfWork, clock)),
      clock,
    );
  });
  afterAll(() => database?.close());

  const storedIn = async (vehicleId: VehicleId): Promise<string[]> => {
    const rows: { partition: string }[] = await database.dataSource.query(
      `SELECT tableoid::regclass::text AS partition FROM fix WHERE vehicle_id = $1 ORDER BY at`,
      [vehicleId],
    );
    return rows.map(({ partition }) => partition);
  };
  const store = (vehicleId: VehicleId, ...ats: string[]) =>
    door.store(
      ats.map((at) =>
        anIncomingFix({ vehicleId, at: new Date(at), receivedAt: now, clientId: newId() }),
      ),
    );

  it('makes the days about now, and takes over what was stored before they were there', async () => {
    const vehicleId = newId<VehicleId>();
    await store(vehicleId, '2031-03-10T01:00:00Z');
    const before = await storedIn(vehicleId);

    await keeper.keep();
    await keeper.keep();

    await store(vehicleId, '2000-01-01T00:00:00Z', '2031-03-13T23:59:59Z', '2031-03-14T00:00:00Z');
    expect(before).toEqual(['fix_other']);
    expect(await storedIn(vehicleId)).toEqual([
      'fix_other',
      'fix_20310310',
      'fix_20310313',
      'fix_other',
    ]);
  });

  it('still takes a fix of a phone once, whichever day it is of', async () => {
    const fix = anIncomingFix({ at: now, receivedAt: now, clientId: newId() });

    expect(await door.store([fix])).toEqual({ stored: 1, duplicates: 0 });
    expect(await door.store([fix])).toEqual({ stored: 0, duplicates: 1 });
  });

  it('drops whole days and strays once they are kept long enough', async () => {
    const vehicleId = newId<VehicleId>();
    await store(vehicleId, '2000-01-01T00:00:00Z', '2031-03-10T00:00:00Z', '2031-03-11T00:00:00Z');

    now = new Date('2031-03-21T00:00:00Z');
    await keeper.keep();

    expect(await storedIn(vehicleId)).toEqual(['fix_20310311']);
  });

  it('has made the day’s before a door that takes fixes in opens', async () => {
    now = new Date('2032-05-01T00:00:00Z');
    const module = await openTestModule(database, [FixDoorModule], { now: () => now });
    const vehicleId = newId<VehicleId>();

    await module
      .get(FixDoor, { strict: false })
      .store([anIncomingFix({ vehicleId, at: now, receivedAt: now })]);

    expect(await storedIn(vehicleId)).toEqual(['fix_20320501']);
    await module.close();
  });
});
