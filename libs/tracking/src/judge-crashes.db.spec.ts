import { DrawZoneService, FactsQueries } from '@tongyun/compliance';
import { newId, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import { DataSource } from 'typeorm';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { DyingConnections } from '../../../test/support/dying-connections.js';
import { drawnZone, placeOfColumn } from '../../../test/support/drawn-path.js';
import { aTripFacts } from '../../../test/support/judge-scenes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import type { IncomingFix } from './incoming-fix.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';

const ZONE = '     =====     ';
const COLUMNS = ZONE.length;
const COLUMN_M = 100;
/** So that times run out between fixes, but for silence: of that only who listened can tell. */
const FIXES_APART_SEC = [30, 30, 5 * 60, 9 * 60];
const RUNS = 5;
/** Processes are started a dozen times, and live through some hundred fixes. */
const TIMEOUT_MS = 300_000;
const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const FROM = new Date('2026-11-23T08:00:00+08:00');
/** Later than all that may run out. */
const NOW = new Date('2026-11-24T08:00:00+08:00');
/** Of vehicles that are compared, so that nothing tells them apart. */
const TRIP = { tripId: newId(), driverId: newId(), plantId: newId(), siteId: newId() };

/** A fix and how long after the one before it. */
interface Stretch {
  readonly column: number;
  readonly apartSec: number;
  readonly speedKph: number;
}

/** Where a process ends: its nth statement since it started is its last. */
interface Crash {
  readonly statement: number;
  readonly isCarriedOut: boolean;
  /** Inputs that this process judges together at most. */
  readonly limit: number;
}

async function judgeAll(process: TestingModule, limit: number): Promise<void> {
  const judge = process.get(JudgeBatchService, { strict: false });
  while ((await judge.judgeNext(ALL_SHARDS, limit)) > 0);
}

/** The fixes of a way, each received when it was true. */
function fixesOf(vehicleId: VehicleId, way: readonly Stretch[]): IncomingFix[] {
  let atMs = FROM.getTime();
  return way.map(({ column, apartSec, speedKph }) => {
    const { lng, lat } = placeOfColumn(column, COLUMN_M);
    atMs += apartSec * 1_000;
    const at = new Date(atMs);
    const place = { lngSent: lng, latSent: lat, speedKph };
    return anIncomingFix({ vehicleId, at, receivedAt: at, ...place });
  });
}

describe('the judge, killed anywhere and started again', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = NOW;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await startProcess();
    works = await buildWorks(database.dataSource.manager);
    await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      name: '主城区',
      kind: 'built_up',
      hours: [],
      binds: ['mixer'],
      crs: 'wgs84',
      area: drawnZone(ZONE, COLUMN_M),
      effectiveFrom: FROM,
      reason: 'drawn for the test',
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  /** A process that knows nothing but what the database does. */
  const startProcess = () =>
    openTestModule(database, [RoutingModule.with({}), JudgingModule], { now: () => now });

  async function addUnregistered(): Promise<VehicleId> {
    const { id } = await works.addMixer();
    await database.dataSource.query(
      `UPDATE registration SET state = 'draft' WHERE vehicle_id = $1`,
      [id],
    );
    const facts = await module.get(FactsQueries, { strict: false }).vehicleFact(SYSTEM_SCOPE, id);
    await module
      .get(UnitOfWork)
      .run((tx) => module.get(JudgeInputs, { strict: false }).vehicleChanged(tx, FROM, facts));
    return id;
  }

  /** An unregistered truck, loaded, half-way: some of what it does is wrong, and time runs out for it. */
  async function addLoaded(): Promise<VehicleId> {
    const vehicleId = await addUnregistered();
    const far = placeOfColumn(2 * COLUMNS, 10 * COLUMN_M);
    await module.get(UnitOfWork).run((tx) =>
      module.get(JudgeInputs, { strict: false }).tripChanged(tx, vehicleId, FROM, {
        trip: aTripFacts({
          tripId: TRIP.tripId,
          driverId: TRIP.driverId,
          enterpriseId: works.enterpriseId,
          batchedAtMs: FROM.getTime(),
          batchedPlantId: null,
          plant: { id: TRIP.plantId, ...far, radiusM: 200 },
          site: { id: TRIP.siteId, ...far, radiusM: 200 },
        }),
        duty: null,
      }),
    );
    return vehicleId;
  }

  /** Stores a vehicle's fixes in groups of `together`, and nobody judges them. */
  async function storeWay(way: readonly Stretch[], together: number): Promise<VehicleId> {
    const vehicleId = await addLoaded();
    const fixes = fixesOf(vehicleId, way);
    const door = module.get(FixDoor, { strict: false });
    for (let from = 0; from < fixes.length; from += together) {
      await door.store(fixes.slice(from, from + together));
    }
    return vehicleId;
  }

  /** A process that is there when each fix comes, and when each time runs out. */
  async function liveThrough(way: readonly Stretch[]): Promise<VehicleId> {
    now = FROM;
    const vehicleId = await addLoaded();
    await judgeAll(module, 1_000);
    for (const fix of fixesOf(vehicleId, way)) {
      now = fix.at;
      await judgeAll(module, 1_000);
      await module.get(FixDoor, { strict: false }).store([fix]);
      await judgeAll(module, 1_000);
    }
    now = NOW;
    await judgeAll(module, 1_000);
    return vehicleId;
  }

  /** @returns whether the process died before everything was judged */
  async function judgeUntilKilled({ statement, isCarriedOut, limit }: Crash): Promise<boolean> {
    const process = await startProcess();
    const connections = new DyingConnections(process.get(DataSource, { strict: false }));
    connections.dieAt(statement, isCarriedOut);
    try {
      await judgeAll(process, limit);
    } catch (error) {
      if (!connections.areDead) throw error;
    } finally {
      await process.close();
    }
    return connections.areDead;
  }

  /** All that judging left behind of a vehicle, without the ids. */
  async function outcomeOf(vehicleId: VehicleId): Promise<unknown> {
    const rows = (sql: string): Promise<unknown[]> => database.dataSource.query(sql, [vehicleId]);
    return {
      alerts: await rows(
        `SELECT code, level, subject_kind, is_late, started_at, ended_at, evidence
         FROM alert WHERE vehicle_id = $1 ORDER BY started_at, code`,
      ),
      told: await rows(
        `SELECT count(*)::int AS times FROM outbox_event
         WHERE name = 'alert.changed' AND ordering_key = $1`,
      ),
      verdicts: await rows(`SELECT at, verdict FROM fix WHERE vehicle_id = $1 ORDER BY arrival`),
      state: await rows(
        `SELECT replace(state::text, vehicle_id::text, 'it')::jsonb AS state
         FROM vehicle_track WHERE vehicle_id = $1`,
      ),
      timers: await rows(
        `SELECT kind, due_at FROM judge_timer WHERE vehicle_id = $1 ORDER BY kind`,
      ),
      left: await rows(`SELECT 1 FROM fix_left WHERE vehicle_id = $1`),
    };
  }

  const someWay = array(
    record({
      column: integer({ min: 0, max: COLUMNS - 1 }),
      apartSec: constantFrom(...FIXES_APART_SEC),
      speedKph: constantFrom(0, 40),
    }),
    { minLength: 8, maxLength: 20 },
  );
  const someCrashes = array(
    record({
      statement: integer({ min: 1, max: 40 }),
      isCarriedOut: boolean(),
      limit: integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 3 },
  );

  it(
    'comes to the same alerts as a process that lived',
    async () => {
      let deaths = 0;
      await assert(
        asyncProperty(
          someWay,
          integer({ min: 1, max: 10 }),
          someCrashes,
          async (way, together, crashes) => {
            const undisturbed = await liveThrough(way);

            const disturbed = await storeWay(way, together);
            for (const crash of crashes) {
              if (await judgeUntilKilled(crash)) deaths += 1;
            }
            await judgeAll(module, 1_000);

            expect(await outcomeOf(disturbed)).toEqual(await outcomeOf(undisturbed));
          },
        ),
        { numRuns: RUNS, seed: 4, endOnFailure: true },
      );
      expect(deaths).toBeGreaterThan(RUNS);
    },
    TIMEOUT_MS,
  );
});
