import { DrawZoneService, FactsQueries, ZoneQueries } from '@tongyun/compliance';
import { TripQueries } from '@tongyun/deliveries';
import { addMinutes, newId, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import {
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { drawnPath, drawnZone } from '../../../test/support/drawn-path.js';
import { putOnTheRoad } from '../../../test/support/put-on-the-road.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeAgain } from './judge-again.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';
import { toTripFacts } from './trip-facts.js';
import { readTriedRules, type TriedRules } from './tried-rules.js';

const COLUMN_M = 50;
const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);
const SPAN = { from: at('08:00'), to: at('09:00') };
const NO_RULES: TriedRules = { policies: new Map(), zones: [], supplyRanges: [] };
/** As a file would have them. */
const rulesOf = (json: object): TriedRules => {
  const read = readTriedRules(json);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.rules;
};
const ZONE = {
  name: '主城区',
  kind: 'built_up' as const,
  hours: [],
  binds: ['mixer' as const],
  crs: 'wgs84' as const,
  area: drawnZone('        ============================', COLUMN_M),
};

describe('JudgeAgain', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let vehicleId: VehicleId;
  let zoneId: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), JudgingModule], {
      now: () => at('09:00'),
    });
    works = await buildWorks(database.dataSource.manager);
    const drawn = await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      ...ZONE,
      effectiveFrom: at('00:00'),
      reason: 'drawn for the test',
    });
    zoneId = drawn.zoneId;
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

  const judgedAgain = async (rules: TriedRules, id = vehicleId) => {
    const judge = module.get(JudgeAgain, { strict: false });
    return judge.judge(id, SPAN, await judge.prepare(rules));
  };
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

    const strict = await judgedAgain(rulesOf({ 'alerts.overspeed.limit_kph': 40 }));
    const loose = await judgedAgain(rulesOf({ 'alerts.zone.confirm_fixes': 50 }));

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
    const { raised } = await judgedAgain(rulesOf({ 'fix.worst_accuracy_m': 1_000 }), rough);

    expect(before).toEqual([]);
    expect(raised).toMatchObject([{ opened: { code: 'unregistered_in_zone' }, wasRaised: false }]);
  });

  describe('by zones that nobody decided', () => {
    it('shows what one in place of the zone in force, or none, would not have raised', async () => {
      const eastwards = { ...ZONE, area: drawnZone(`${' '.repeat(30)}====`, COLUMN_M) };

      const moved = await judgedAgain(rulesOf({ zones: [{ ...eastwards, zoneId }] }));
      const retired = await judgedAgain(rulesOf({ zones: [{ ...ZONE, zoneId, isRetired: true }] }));

      for (const { raised, notRaised } of [moved, retired]) {
        expect(raised).toEqual([]);
        expect(notRaised).toMatchObject([{ code: 'unregistered_in_zone' }]);
      }
    });

    it('shows what one beside those in force would have raised, and touches nothing', async () => {
      const before = await everything();
      const zones = module.get(ZoneQueries, { strict: false });
      const { version } = await zones.inForce(at('08:30'));
      const slow = { ...ZONE, name: '学校周边', speedLimitKph: 30 };

      const { raised } = await judgedAgain(rulesOf({ zones: [slow] }));

      expect(raised.map(({ opened, wasRaised }) => [opened.code, wasRaised])).toEqual(
        expect.arrayContaining([
          ['unregistered_in_zone', true],
          ['unregistered_in_zone', false],
          ['overspeed', false],
        ]),
      );
      expect(await everything()).toEqual(before);
      expect((await zones.inForce(at('08:30'))).version).toBe(version);
    });

    it.each([
      { zone: { ...ZONE, zoneId: newId() }, code: 'ZONE_NOT_FOUND' },
      {
        zone: {
          ...ZONE,
          area: { ...ZONE.area, coordinates: [[ZONE.area.coordinates[0]![0]!.slice(1)]] },
        },
        code: 'ZONE_SHAPE_INVALID',
      },
    ])('refuses what could not be decided: $code', async ({ zone, code }) => {
      await expect(judgedAgain(rulesOf({ zones: [zone] }))).rejects.toMatchObject({ code });
    });
  });

  describe('by a supply range that nobody decided', () => {
    const FROM = at('08:10');

    async function onTheRoad(...eastKm: readonly number[]) {
      const { id } = await works.addMixer();
      const { id: driverId } = await works.addDriver();
      await putOnTheRoad(module, works, { vehicleId: id, driverId }, FROM);
      const trip = await module.get(TripQueries, { strict: false }).contextOf(id, FROM);
      const inputs = module.get(JudgeInputs, { strict: false });
      await module.get(UnitOfWork).run((tx) =>
        inputs.tripChanged(tx, id, addMinutes(FROM, -5), {
          trip: toTripFacts(trip!, { warnAtMin: 60, dischargeWithinMin: 90 }, null),
          duty: null,
        }),
      );
      const fixes = eastKm.map((km, place) => {
        const { lng, lat, crs } = eastOfPlant(km);
        const fixAt = addMinutes(FROM, place * 5);
        const sent = { crs, lngSent: lng, latSent: lat };
        return anIncomingFix({ vehicleId: id, at: fixAt, receivedAt: fixAt, ...sent });
      });
      await module.get(FixDoor, { strict: false }).store(fixes);
      while ((await module.get(JudgeBatchService, { strict: false }).judgeNext(ALL_SHARDS)) > 0);
      return id;
    }

    it('shows what a narrower one would have raised on a loaded trip', async () => {
      const id = await onTheRoad(3, 4, 5, 6, 7);
      const { plantId } = works;
      const { area } = ZONE;
      const byRadius = rulesOf({ supplyRanges: [{ plantId, radiusM: 2_000 }] });
      const elsewhere = { type: 'Polygon', coordinates: area.coordinates[0] };
      const byArea = rulesOf({ supplyRanges: [{ plantId, area: elsewhere }] });

      const overRadius = async (rules: TriedRules) => {
        const { raised } = await judgedAgain(rules, id);
        return raised.filter(({ opened }) => opened.code === 'over_radius');
      };

      expect(await overRadius(NO_RULES)).toEqual([]);
      for (const rules of [byRadius, byArea]) {
        expect(await overRadius(rules)).toMatchObject([
          { opened: { subjectId: plantId }, wasRaised: false },
        ]);
      }
    });

    it.each([
      { range: { measure: 'road' }, code: 'RANGE_MEASURE_UNSUPPORTED' },
      { range: { plantId: newId() }, code: 'PLANT_NOT_FOUND' },
    ])('refuses what could not be decided: $code', async ({ range, code }) => {
      const tried = { plantId: works.plantId, radiusM: 2_000, ...range };

      await expect(judgedAgain(rulesOf({ supplyRanges: [tried] }))).rejects.toMatchObject({ code });
    });
  });
});

describe('readTriedRules', () => {
  it('takes what the policy takes, and says what is wrong with the rest', () => {
    expect(readTriedRules({ 'alerts.zone.confirm_fixes': 5 })).toEqual({
      ok: true,
      rules: { ...NO_RULES, policies: new Map([['alerts.zone.confirm_fixes', 5]]) },
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

  it('says where in the lists something is wrong', () => {
    const [plantId, zoneId] = [newId(), newId()];
    const read = readTriedRules({
      zones: [ZONE, { ...ZONE, zoneId }, { ...ZONE, binds: [] }, { ...ZONE, zoneId }],
      supplyRanges: [{ plantId }, { plantId, radiusM: 2_000 }, { plantId, radiusM: 3_000 }],
    });

    expect(read.ok ? [] : read.faults.map((fault) => fault.split(':')[0])).toEqual([
      'zones[2]',
      'zones[3]',
      'supplyRanges[0]',
      'supplyRanges[2]',
    ]);
    expect(readTriedRules({ zones: {} })).toMatchObject({ ok: false });
  });
});
