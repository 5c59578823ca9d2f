import { DrawZoneService, FactsQueries } from '@tongyun/compliance';
import { SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import { array, assert, asyncProperty, boolean, integer, record } from 'fast-check';
import { DataSource } from 'typeorm';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { DyingConnections } from '../../../test/support/dying-connections.js';
import { drawnZone, placeOfColumn } from '../../../test/support/drawn-path.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';

const ZONE = '     =====     ';
const COLUMNS = ZONE.length;
const COLUMN_M = 100;
const FIXES_APART_MS = 30_000;
const RUNS = 8;
/** Processes are started some twenty times. */
const TIMEOUT_MS = 180_000;
const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const FROM = new Date('2026-11-23T08:00:00+08:00');
const NOW = new Date('2026-11-23T09:00:00+08:00');

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

describe('the judge, killed anywhere and started again', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

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
    openTestModule(database, [RoutingModule.with({}), JudgingModule], { now: () => NOW });

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

  /** Stores a vehicle's fixes, one for each column, in groups of `together`. */
  async function storePath(columns: readonly number[], together: number): Promise<VehicleId> {
    const vehicleId = await addUnregistered();
    const fixes = columns.map((column, nth) => {
      const { lng, lat } = placeOfColumn(column, COLUMN_M);
      const at = new Date(FROM.getTime() + nth * FIXES_APART_MS);
      return anIncomingFix({ vehicleId, at, receivedAt: NOW, lngSent: lng, latSent: lat });
    });
    const door = module.get(FixDoor, { strict: false });
    for (let from = 0; from < fixes.length; from += together) {
      await door.store(fixes.slice(from, from + together));
    }
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
      state: await rows(`SELECT state FROM vehicle_track WHERE vehicle_id = $1`),
      left: await rows(`SELECT 1 FROM fix_left WHERE vehicle_id = $1`),
    };
  }

  const somePath = array(integer({ min: 0, max: COLUMNS - 1 }), {
    minLength: 8,
    maxLength: 30,
  });
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
          somePath,
          integer({ min: 1, max: 10 }),
          someCrashes,
          async (columns, together, crashes) => {
            const undisturbed = await storePath(columns, together);
            await judgeAll(module, 1_000);

            const disturbed = await storePath(columns, together);
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
