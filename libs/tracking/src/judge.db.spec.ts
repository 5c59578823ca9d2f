import { DrawZoneService, FactsQueries } from '@tongyun/compliance';
import { newId, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import { register } from 'prom-client';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import {
  type DrawnPlace,
  drawnPath,
  drawnZone,
  placeOfColumn,
} from '../../../test/support/drawn-path.js';
import { aTripFacts } from '../../../test/support/judge-scenes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';
import { StoredFixes } from './stored-fixes.js';

const COLUMN_M = 50;
const ZONE = '        ============================';
const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);
const places = (...rows: string[]) => drawnPath(rows, { columnM: COLUMN_M, from: at('08:00') });

async function countOf(verdict: string): Promise<number> {
  const metric = await register.getSingleMetric('tracking_fixes_judged_total')!.get();
  return metric.values.find(({ labels }) => labels['verdict'] === verdict)?.value ?? 0;
}

interface AlertRow {
  readonly code: string;
  readonly is_late: boolean;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

describe('the judge', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = at('09:00');

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), JudgingModule], {
      now: () => now,
    });
    works = await buildWorks(database.dataSource.manager);
    await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      name: '主城区',
      kind: 'built_up',
      hours: [],
      binds: ['mixer'],
      crs: 'wgs84',
      area: drawnZone(ZONE, COLUMN_M),
      effectiveFrom: at('00:00'),
      reason: 'drawn for the test',
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const query = <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> =>
    database.dataSource.query(sql, parameters);

  async function addUnregistered(): Promise<VehicleId> {
    const { id } = await works.addMixer();
    await query(`UPDATE registration SET state = 'draft' WHERE vehicle_id = $1`, id);
    await recordFacts(id, at('00:00'));
    return id;
  }

  async function recordFacts(vehicleId: VehicleId, since: Date): Promise<void> {
    const facts = await module
      .get(FactsQueries, { strict: false })
      .vehicleFact(SYSTEM_SCOPE, vehicleId);
    await module
      .get(UnitOfWork)
      .run((tx) => module.get(JudgeInputs, { strict: false }).vehicleChanged(tx, since, facts));
  }

  const store = (vehicleId: VehicleId, path: readonly DrawnPlace[]) =>
    module
      .get(FixDoor, { strict: false })
      .store(
        path.map(({ at: fixAt, lng, lat }) =>
          anIncomingFix({ vehicleId, at: fixAt, receivedAt: now, lngSent: lng, latSent: lat }),
        ),
      );

  async function judgeAll(limit?: number): Promise<void> {
    const judge = module.get(JudgeBatchService, { strict: false });
    while ((await judge.judgeNext(ALL_SHARDS, limit)) > 0);
  }

  const alertsOf = (vehicleId: VehicleId): Promise<AlertRow[]> =>
    query<AlertRow>(
      `SELECT code, is_late, started_at, ended_at FROM alert WHERE vehicle_id = $1 ORDER BY started_at`,
      vehicleId,
    );
  const verdictsOf = async (vehicleId: VehicleId): Promise<(string | null)[]> => {
    const sql = `SELECT verdict FROM fix WHERE vehicle_id = $1 ORDER BY arrival`;
    return (await query<{ verdict: string | null }>(sql, vehicleId)).map(({ verdict }) => verdict);
  };

  const leftOf = async (vehicleId: VehicleId): Promise<number> =>
    (await query(`SELECT 1 FROM fix_left WHERE vehicle_id = $1`, vehicleId)).length;

  it('alerts once, with the outbox telling of it, and marks every fix', async () => {
    const vehicleId = await addUnregistered();

    await store(vehicleId, places('  a   b   c  d  e'));
    await judgeAll();

    expect(await alertsOf(vehicleId)).toEqual([
      {
        code: 'unregistered_in_zone',
        is_late: false,
        started_at: at('08:01'),
        ended_at: null,
      },
    ]);
    expect(await verdictsOf(vehicleId)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    const sql = `SELECT 1 FROM outbox_event WHERE name = 'alert.changed' AND ordering_key = $1`;
    expect(await query(sql, vehicleId)).toHaveLength(1);
  });

  it.each([1, 2, 3, 1_000])('comes to the same alerts in batches of %i', async (limit) => {
    const vehicleId = await addUnregistered();
    const path = places('  a   b   c  d  e              f', '  i h g', '    j         k l m n');

    await store(vehicleId, path);
    await judgeAll(limit);

    const [first, second, ...others] = await alertsOf(vehicleId);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ started_at: at('08:01'), ended_at: at('08:03') });
    expect(second).toMatchObject({ started_at: at('08:05'), ended_at: null });
  });

  it('comes to the same alerts by what is handed over in memory', async () => {
    module.get(StoredFixes, { strict: false }).keep();
    const vehicleId = await addUnregistered();

    const path = places('  a   b   c  d  e              f', '  i h g', '    j         k l m n');
    await store(vehicleId, path.slice(0, 9));
    await judgeAll(2);
    await store(vehicleId, path.slice(9));
    await judgeAll();

    expect(await alertsOf(vehicleId)).toMatchObject([
      { started_at: at('08:01'), ended_at: at('08:03') },
      { started_at: at('08:05'), ended_at: null },
    ]);
    expect(await query(`SELECT 1 FROM fix_waiting`)).toEqual([]);
  });

  it('judges nothing twice and loses nothing when the writing fails half way', async () => {
    const vehicleId = await addUnregistered();
    await query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'killed here'; END $$`);
    await query(`CREATE TRIGGER kill BEFORE INSERT ON alert FOR EACH ROW EXECUTE FUNCTION fail()`);
    await store(vehicleId, places('  a   b   c  d  e'));
    await judgeAll();
    const whileFailing = await leftOf(vehicleId);
    await query(`DROP TRIGGER kill ON alert`);
    await query(`DROP FUNCTION fail`);

    now = new Date(now.getTime() + 5_000);
    await judgeAll();
    await judgeAll();

    expect([whileFailing, await leftOf(vehicleId)]).toEqual([1, 0]);
    expect(await verdictsOf(vehicleId)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(await alertsOf(vehicleId)).toHaveLength(1);
  });

  it('lets no poisoned input stop its own vehicle or any other', async () => {
    const [poisoned, healthy] = [await addUnregistered(), await addUnregistered()];
    await judgeAll();
    const sql = `INSERT INTO judge_input (shard, vehicle_id, kind, at, payload)
      VALUES (0, $1, 'trip_changed', $2, '{"trip": {"stage": 7}}')`;
    await query(sql, poisoned, at('08:00'));
    await store(poisoned, places('  a   b   c  d  e'));
    await store(healthy, places('  a   b   c  d  e'));

    for (let second = 0; second < 5; second++) {
      await judgeAll();
      now = new Date(now.getTime() + 3_000);
    }

    expect(await alertsOf(healthy)).toHaveLength(1);
    expect(await alertsOf(poisoned)).toHaveLength(1);
  });

  it('lets no time that ran out and cannot be told of stop its vehicle', async () => {
    const { id } = await works.addMixer();
    const place = { id: newId(), ...placeOfColumn(2_000, COLUMN_M), radiusM: 200 };
    await module.get(UnitOfWork).run((tx) =>
      module.get(JudgeInputs, { strict: false }).tripChanged(tx, id, at('08:00'), {
        trip: aTripFacts({
          tripId: newId(),
          driverId: newId(),
          enterpriseId: works.enterpriseId,
          stage: 'loading',
          batchedAtMs: at('08:00').getTime(),
          plant: place,
          batchedPlantId: null,
          site: place,
        }),
        duty: null,
      }),
    );
    const [a, b] = places('ab');
    await store(id, [a!, b!]);
    await query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'killed here'; END $$`);
    await query(`CREATE TRIGGER kill BEFORE INSERT ON alert FOR EACH ROW
      WHEN (NEW.code = 'transport_timeout') EXECUTE FUNCTION fail()`);

    for (let second = 0; second < 5; second++) {
      await judgeAll();
      now = new Date(now.getTime() + 3_000);
    }
    await query(`DROP TRIGGER kill ON alert`);
    await query(`DROP FUNCTION fail`);

    expect(await verdictsOf(id)).toEqual(['ok', 'ok']);
  });

  it('opens an alert marked late for what was uploaded late, and leaves the live position', async () => {
    const vehicleId = await addUnregistered();
    const [a, b, c, d, e, ...after] = places('  a   b   c  d  e', ' f', 'g', '  h');
    await store(vehicleId, [a!, ...after]);
    await judgeAll();
    const [before] = await query<{ fix_at: Date }>(
      `SELECT fix_at, lng, lat FROM vehicle_track WHERE vehicle_id = $1`,
      vehicleId,
    );

    await store(vehicleId, [b!, c!, d!, e!]);
    await judgeAll();

    expect(await alertsOf(vehicleId)).toEqual([
      {
        code: 'unregistered_in_zone',
        is_late: true,
        started_at: c!.at,
        ended_at: after[0]!.at,
      },
    ]);
    expect(await verdictsOf(vehicleId)).toEqual([
      ...Array.from({ length: 4 }, () => 'ok'),
      ...Array.from({ length: 4 }, () => 'late'),
    ]);
    const sql = `SELECT fix_at, lng, lat FROM vehicle_track WHERE vehicle_id = $1`;
    expect(await query(sql, vehicleId)).toEqual([before]);
  });

  it.each([1, 1_000])('opens one late alert from an upload in batches of %i', async (limit) => {
    const vehicleId = await addUnregistered();
    const [a, b, c, d, e, ...after] = places('  a   b   c  d  e', ' f', 'g', '  h');
    await store(vehicleId, [a!, ...after]);
    await judgeAll();

    await store(vehicleId, [b!, c!, d!, e!]);
    await judgeAll(limit);

    expect(await alertsOf(vehicleId)).toMatchObject([{ is_late: true, ended_at: after[0]!.at }]);
  });

  it('lets a late alert go on while the vehicle is still inside, and ends it with live fixes', async () => {
    const vehicleId = await addUnregistered();
    const [a, b, c, d, e, ...leaving] = places('  a   b   c  d  e', ' f', 'g', '  h');
    await store(vehicleId, [a!, e!]);
    await judgeAll();

    await store(vehicleId, [b!, c!, d!]);
    await judgeAll();
    const whileInside = await alertsOf(vehicleId);
    await store(vehicleId, leaving);
    await judgeAll();

    expect(whileInside).toMatchObject([{ is_late: true, ended_at: null }]);
    expect(await alertsOf(vehicleId)).toMatchObject([{ ended_at: leaving[0]!.at }]);
  });

  it('does not hold today’s facts against a late fix of a time when they were others', async () => {
    const { id } = await works.addMixer();
    const [zone] = await query<{ zone_id: string }>(`SELECT zone_id FROM zone_version`);
    await query(
      `INSERT INTO road_pass (id, pass_no, vehicle_id, zone_ids, hours, valid_from, valid_to,
         issuing_body, state, issued_by, issued_at)
       VALUES ($1, $1::uuid::text, $2, ARRAY[$3::uuid], '[]', $4, $5, '交警', 'valid', $1, $4)`,
      newId(),
      id,
      zone!.zone_id,
      at('00:00'),
      at('23:00'),
    );
    await recordFacts(id, at('00:00'));
    const [a, b, c, d, e, f] = places('  a   b   c  d  e', ' f');
    await store(id, [a!, f!]);
    await judgeAll();
    await query(`UPDATE road_pass SET state = 'revoked' WHERE vehicle_id = $1`, id);
    await recordFacts(id, at('08:30'));
    await judgeAll();

    await store(id, [b!, c!, d!, e!]);
    await judgeAll();

    expect(await alertsOf(id)).toEqual([]);
  });

  it('keeps a fix of four days ago for the track, and judges nothing by it', async () => {
    const vehicleId = await addUnregistered();
    await store(vehicleId, places('a'));
    await judgeAll();
    const { lng, lat } = placeOfColumn(12, COLUMN_M);

    await store(vehicleId, [{ at: new Date('2026-11-19T00:00:00Z'), lng, lat }]);
    await judgeAll();

    expect(await verdictsOf(vehicleId)).toEqual(['ok', 'too_late']);
  });

  it('counts every fix once by its verdict, a clock that was never set among them', async () => {
    const vehicleId = await addUnregistered();
    const verdicts = ['ok', 'duplicate', 'year_2000', 'future', 'impossible_jump'];
    const before = await Promise.all(verdicts.map(countOf));
    const [a, b] = places('ab');
    const far = { ...b!, lng: b!.lng + 1 };
    const odd = ['2000-01-01T00:00:12Z', '2027-01-01T00:00:00Z'].map((when) => ({
      ...a!,
      at: new Date(when),
    }));

    await store(vehicleId, [a!, a!, ...odd, far]);
    await judgeAll();

    expect(await verdictsOf(vehicleId)).toEqual(verdicts);
    const after = await Promise.all(verdicts.map(countOf));
    expect(after.map((count, nth) => count - before[nth]!)).toEqual([1, 1, 1, 1, 1]);
  });

  it('says that a vehicle is silent when its timer comes due, and not before', async () => {
    const vehicleId = await addUnregistered();
    const isSilent = async () => {
      const sql = `SELECT state -> 'silence' -> 'isSilent' AS silent FROM vehicle_track
        WHERE vehicle_id = $1`;
      return (await query<{ silent: boolean }>(sql, vehicleId))[0]!.silent;
    };
    await store(vehicleId, places('a'));
    await judgeAll();

    now = new Date(now.getTime() + 9 * 60_000);
    await judgeAll();
    const soon = await isSilent();
    now = new Date(now.getTime() + 2 * 60_000);
    await judgeAll();

    expect([soon, await isSilent()]).toEqual([false, true]);
  });
});
