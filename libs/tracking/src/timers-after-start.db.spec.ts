import { newId, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks } from '../../../test/support/concrete-works.js';
import { aTripFacts } from '../../../test/support/judge-scenes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';

const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);

async function judgeAll(module: TestingModule): Promise<void> {
  const judge = module.get(JudgeBatchService, { strict: false });
  while ((await judge.judgeNext(ALL_SHARDS)) > 0);
}

describe('timers, after the product was away', () => {
  let database: TestDatabase;
  let now = at('08:00');

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(async () => {
    await database?.close();
  });

  const start = () =>
    openTestModule(database, [RoutingModule.with({}), JudgingModule], { now: () => now });

  async function isSilent(vehicleId: VehicleId): Promise<boolean> {
    const [row]: { silent: boolean }[] = await database.dataSource.query(
      `SELECT state -> 'silence' -> 'isSilent' AS silent FROM vehicle_track WHERE vehicle_id = $1`,
      [vehicleId],
    );
    return row!.silent;
  }

  /** What is told of a vehicle on a trip, by the clocks at which the judge looks after a start. */
  async function codesAt(clocks: readonly string[], vehicleId: VehicleId): Promise<string[]> {
    const seen: string[] = [];
    now = at(clocks[0]!);
    const after = await start();
    for (const clock of clocks) {
      now = at(clock);
      await judgeAll(after);
      const rows: { code: string; level: string }[] = await database.dataSource.query(
        `SELECT code, level FROM alert WHERE vehicle_id = $1 ORDER BY started_at`,
        [vehicleId],
      );
      seen.push(`${clock} ${rows.map(({ code, level }) => `${code} ${level}`).join(', ')}`);
    }
    await after.close();
    return seen;
  }

  it('hold the silence of vehicles until they had time to be heard again', async () => {
    const { id: vehicleId } = await (await buildWorks(database.dataSource.manager)).addMixer();
    const before = await start();
    await before
      .get(FixDoor, { strict: false })
      .store([anIncomingFix({ vehicleId, at: now, receivedAt: now })]);
    await before.get(JudgeBatchService, { strict: false }).judgeNext(ALL_SHARDS);
    await before.close();

    const seen: boolean[] = [];
    now = at('09:00');
    const after = await start();
    for (const clock of ['09:00', '09:09', '09:10']) {
      now = at(clock);
      await after.get(JudgeBatchService, { strict: false }).judgeNext(ALL_SHARDS);
      seen.push(await isSilent(vehicleId));
    }
    await after.close();

    expect(seen).toEqual([false, false, true]);
  });

  it('hold nothing that runs out by the clock: concrete grows old while nobody listens', async () => {
    const works = await buildWorks(database.dataSource.manager);
    const { id: vehicleId } = await works.addMixer();
    now = at('10:00');
    const before = await start();
    await before.get(UnitOfWork).run((tx) =>
      before.get(JudgeInputs, { strict: false }).tripChanged(tx, vehicleId, now, {
        trip: aTripFacts({
          tripId: newId(),
          driverId: newId(),
          enterpriseId: works.enterpriseId,
          batchedPlantId: null,
          batchedAtMs: at('10:00').getTime(),
        }),
        duty: null,
      }),
    );
    now = at('10:02');
    await before
      .get(FixDoor, { strict: false })
      .store([anIncomingFix({ vehicleId, at: now, receivedAt: now })]);
    await judgeAll(before);
    await before.close();

    expect(await codesAt(['10:58', '10:59', '11:00', '11:01'], vehicleId)).toEqual([
      '10:58 ',
      '10:59 ',
      '11:00 transport_timeout notice',
      '11:01 transport_timeout notice',
    ]);
  });
});
