import { addMinutes, type VehicleId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { placeOfColumn } from '../../../test/support/drawn-path.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';

const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);

describe('late fixes and the checkpoints they are judged from', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), JudgingModule], {
      now: () => at('09:00'),
    });
    works = await buildWorks(database.dataSource.manager);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  /** Stores fixes at one place in this order, as received right then, and judges them. */
  async function report(vehicleId: VehicleId, ...times: Date[]): Promise<void> {
    const { lng: lngSent, lat: latSent } = placeOfColumn(1, 50);
    const fixes = times.map((time) =>
      anIncomingFix({ vehicleId, at: time, receivedAt: at('09:00'), lngSent, latSent }),
    );
    await module.get(FixDoor, { strict: false }).store(fixes);
    const judge = module.get(JudgeBatchService, { strict: false });
    while ((await judge.judgeNext(ALL_SHARDS)) > 0);
  }

  async function addSeen(): Promise<VehicleId> {
    const { id } = await works.addMixer();
    await report(id, at('08:00'), at('08:10'), at('08:20'));
    return id;
  }

  async function checkpointsOf(vehicleId: VehicleId): Promise<Date[]> {
    const rows: { fix_at: Date }[] = await database.dataSource.query(
      `SELECT fix_at FROM track_checkpoint WHERE vehicle_id = $1 ORDER BY fix_at`,
      [vehicleId],
    );
    return rows.map(({ fix_at }) => fix_at);
  }

  async function verdictsOf(vehicleId: VehicleId): Promise<string[]> {
    const rows: { verdict: string }[] = await database.dataSource.query(
      `SELECT verdict FROM fix WHERE vehicle_id = $1 ORDER BY arrival`,
      [vehicleId],
    );
    return rows.slice(3).map(({ verdict }) => verdict);
  }

  it('keeps every checkpoint when a clock without a date sends a fix of the year 2000', async () => {
    const vehicleId = await addSeen();

    await report(vehicleId, new Date('2000-01-01T00:00:00Z'));

    expect(await verdictsOf(vehicleId)).toEqual(['too_late']);
    expect(await checkpointsOf(vehicleId)).toEqual([at('08:00'), at('08:10'), at('08:20')]);
  });

  it('keeps every checkpoint when a fix is repeated', async () => {
    const vehicleId = await addSeen();

    await report(vehicleId, at('08:10'));

    expect(await verdictsOf(vehicleId)).toEqual(['duplicate']);
    expect(await checkpointsOf(vehicleId)).toEqual([at('08:00'), at('08:10'), at('08:20')]);
  });

  it('drops the checkpoints after the earliest late fix that counts, and no others', async () => {
    const vehicleId = await addSeen();

    await report(
      vehicleId,
      new Date('2000-01-01T00:00:00Z'),
      addMinutes(at('08:00'), -1440 * 4),
      at('08:00'),
      at('08:15'),
    );

    expect(await verdictsOf(vehicleId)).toEqual(['too_late', 'too_late', 'duplicate', 'late']);
    expect(await checkpointsOf(vehicleId)).toEqual([at('08:00'), at('08:10')]);
  });

  it('keeps the last checkpoint of a truck that stood for days, to judge from what was before', async () => {
    const { id } = await works.addMixer();
    const days = (count: number) => addMinutes(at('08:00'), -1440 * count);

    await report(id, days(9), days(8), at('08:00'));

    expect(await checkpointsOf(id)).toEqual([days(8), at('08:00')]);
  });
});
