import { DrawZoneService, FactsQueries } from '@tongyun/compliance';
import { SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { drawnPath, drawnZone } from '../../../test/support/drawn-path.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeAgain } from './judge-again.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';
import { readTriedRules, type TriedRules } from './tried-rules.js';

const COLUMN_M = 50;
const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);
const SPAN = { from: at('08:00'), to: at('09:00') };
const NO_RULES: TriedRules = new Map();

describe('JudgeAgain', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let vehicleId: VehicleId;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), JudgingModule], {
      now: () => at('09:00'),
    });
    works = await buildWorks(database.dataSource.manager);
    await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      name: '主城区',
      kind: 'built_up',
      hours: [],
      binds: ['mixer'],
      crs: 'wgs84',
      area: drawnZone('        ============================', COLUMN_M),
      effectiveFrom: at('00:00'),
      reason: 'drawn for the test',
    });
    vehicleId = await reportedUnregistered('  a   b   c  d  e');
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  async function reportedUnregistered(row: string, accuracyM: number | null = null) {
    const { id } = await works.addMixer();
    const { manager } = database.dataSource;
    await manager.query(`UPDATE registration SET state = 'draft' WHERE vehicle_id = $1`, [id]);
    const facts = await module.get(FactsQueries, { strict: false }).vehicleFact(SYSTEM_SCOPE, id);
    const inputs = module.get(JudgeInputs, { strict: false });
    await module.get(UnitOfWork).run((tx) => inputs.vehicleChanged(tx, at('00:00'), facts));
    const path = drawnPath([row], { columnM: COLUMN_M, from: at('08:00') });
    await module.get(FixDoor, { strict: false }).store(
      path.map(({ at: fixAt, lng, lat }) =>
        anIncomingFix({
          vehicleId: id,
          at: fixAt,
          receivedAt: fixAt,
          lngSent: lng,
          latSent: lat,
          speedKph: 50,
          accuracyM,
        }),
      ),
    );
    while ((await module.get(JudgeBatchService, { strict: false }).judgeNext(ALL_SHARDS)) > 0);
    return id;
  }

  const judgedAgain = (rules: TriedRules, id = vehicleId) =>
    module.get(JudgeAgain, { strict: false }).judge(id, SPAN, rules);
  const everything = () =>
    database.dataSource.query(
      `SELECT (SELECT json_agg(alert ORDER BY id) FROM alert) AS alerts,
         (SELECT json_agg(vehicle_track) FROM vehicle_track) AS tracks,
         (SELECT count(*) FROM outbox_event) AS events`,
    );

  it('raises by the rules in force what was raised', async () => {
    const { fixes, raised, notRaised } = await judgedAgain(NO_RULES);

    expect(fixes).toBe(5);
    expect(raised).toMatchObject([{ opened: { code: 'unregistered_in_zone' }, wasRaised: true }]);
    expect(notRaised).toEqual([]);
  });

  it('shows what a stricter limit raises and a looser one does not, and touches nothing', async () => {
    const before = await everything();

    const strict = await judgedAgain(new Map([['alerts.overspeed.limit_kph', 40]]));
    const loose = await judgedAgain(new Map([['alerts.zone.confirm_fixes', 50]]));

    expect(strict.raised.map(({ opened, wasRaised }) => [opened.code, wasRaised])).toEqual([
      ['overspeed', false],
      ['unregistered_in_zone', true],
    ]);
    expect(loose.raised).toEqual([]);
    expect(loose.notRaised).toMatchObject([{ code: 'unregistered_in_zone' }]);
    expect(await everything()).toEqual(before);
  });

  it('knows the vehicles of the span', async () => {
    const judge = module.get(JudgeAgain, { strict: false });

    expect(await judge.vehiclesOf(SPAN)).toEqual([vehicleId]);
    expect(await judge.vehiclesOf({ from: at('10:00'), to: at('11:00') })).toEqual([]);
  });

  it('judges what was rejected, too: other rules may believe it', async () => {
    const rough = await reportedUnregistered('  a   b   c  d  e', 800);

    const { raised: before } = await judgedAgain(NO_RULES, rough);
    const { raised } = await judgedAgain(new Map([['fix.worst_accuracy_m', 1_000]]), rough);

    expect(before).toEqual([]);
    expect(raised).toMatchObject([{ opened: { code: 'unregistered_in_zone' }, wasRaised: false }]);
  });
});

describe('readTriedRules', () => {
  it('takes what the policy takes, and says what is wrong with the rest', () => {
    expect(readTriedRules({ 'alerts.zone.confirm_fixes': 5 })).toEqual({
      ok: true,
      rules: new Map([['alerts.zone.confirm_fixes', 5]]),
    });
    const { ok, faults } = readTriedRules({ 'alerts.zone.confirm_fixes': 'x', speed: 5 }) as {
      ok: boolean;
      faults: string[];
    };
    expect([ok, faults.map((fault) => fault.split(':')[0])]).toEqual([
      false,
      ['alerts.zone.confirm_fixes', 'speed'],
    ]);
  });
});
