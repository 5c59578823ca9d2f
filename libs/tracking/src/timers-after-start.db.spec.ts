import { addMinutes, newId, type VehicleId } from '@tongyun/kernel';
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
/** The fixes are half-way from one to the other. */
const PLANT = { lng: 119.92, lat: 30.25, radiusM: 200 };
const SITE = { lng: 120.4, lat: 30.25, radiusM: 200 };
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

  async function alertsOf(vehicleId: VehicleId): Promise<string[]> {
    const rows: { code: string; level: string; span: string }[] = await database.dataSource.query(
      `SELECT code, level, to_char(started_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') || '-' ||
         coalesce(to_char(ended_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI'), '') AS span
       FROM alert WHERE vehicle_id = $1 ORDER BY started_at`,
      [vehicleId],
    );
    return rows.map(({ code, level, span }) => `${span} ${code} ${level}`);
  }

  /** Batched at a clock, and two minutes later heard of half-way; then the product goes away. */
  async function leaveLoaded(clock: string, speedKph: number): Promise<VehicleId> {
    const works = await buildWorks(database.dataSource.manager);
    const { id: vehicleId } = await works.addMixer();
    now = at(clock);
    const before = await start();
    await before.get(UnitOfWork).run((tx) =>
      before.get(JudgeInputs, { strict: false }).tripChanged(tx, vehicleId, now, {
        trip: aTripFacts({
          tripId: newId(),
          driverId: newId(),
          enterpriseId: works.enterpriseId,
          plant: { id: newId(), ...PLANT },
          batchedPlantId: null,
          batchedAtMs: now.getTime(),
          site: { id: newId(), ...SITE },
        }),
        duty: null,
      }),
    );
    now = addMinutes(now, 2);
    await store(before, vehicleId, speedKph);
    await judgeAll(before);
    await before.close();
    return vehicleId;
  }

  const store = (module: TestingModule, vehicleId: VehicleId, speedKph: number) =>
    module
      .get(FixDoor, { strict: false })
      .store([anIncomingFix({ vehicleId, at: now, receivedAt: now, speedKph })]);

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
    const vehicleId = await leaveLoaded('10:00', 40);

    now = at('10:59');
    const after = await start();
    await judgeAll(after);
    const before = await alertsOf(vehicleId);
    now = at('11:00');
    await judgeAll(after);
    await after.close();

    expect(before).toEqual([]);
    expect(await alertsOf(vehicleId)).toEqual(['11:00- transport_timeout notice']);
  });

  it('tell of what ran out and was over again before anybody was back to see it', async () => {
    const vehicleId = await leaveLoaded('14:00', 0);
    now = at('14:30');
    const after = await start();
    await store(after, vehicleId, 40);

    await judgeAll(after);
    await after.close();

    expect(await alertsOf(vehicleId)).toEqual(['14:22-14:30 long_stop warning']);
  });
});
