import { AlertQueries } from '@tongyun/alerts';
import { DrawZoneService, FactsQueries } from '@tongyun/compliance';
import type { DailyHours } from '@tongyun/contracts';
import { addSeconds, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { drawnZone, placeOfColumn } from '../../../test/support/drawn-path.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';

const COLUMN_M = 50;
const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

describe('what a zone does at once to the trucks in it', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let others: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), JudgingModule], {
      now: () => at('12:00'),
    });
    works = await buildWorks(database.dataSource.manager);
    others = await buildWorks(database.dataSource.manager);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  /** Registered and without a pass: a zone is all that it lacks one for. */
  async function aTruckOf({ addMixer }: ConcreteWorks): Promise<VehicleId> {
    const { id } = await addMixer();
    const facts = await module.get(FactsQueries, { strict: false }).vehicleFact(SYSTEM_SCOPE, id);
    const inputs = module.get(JudgeInputs, { strict: false });
    await module.get(UnitOfWork).run((tx) => inputs.vehicleChanged(tx, at('00:00'), facts));
    return id;
  }

  /** Reports every half minute from one column of the drawing. */
  const stand = async (vehicleId: VehicleId, column: number, from: Date, times: number) => {
    const { lng, lat } = placeOfColumn(column, COLUMN_M);
    const fixes = Array.from({ length: times }, (_, nth) => {
      const fixAt = addSeconds(from, nth * 30);
      const place = { lngSent: lng, latSent: lat, speedKph: 0 };
      return anIncomingFix({ vehicleId, at: fixAt, receivedAt: fixAt, ...place });
    });
    await module.get(FixDoor, { strict: false }).store(fixes);
    await judgeAll();
  };

  async function judgeAll(): Promise<void> {
    while ((await module.get(JudgeBatchService, { strict: false }).judgeNext(ALL_SHARDS)) > 0);
  }

  const draw = (row: string, since: Date, hours: DailyHours[] = []) =>
    module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      name: '主城区',
      kind: 'built_up',
      hours,
      binds: ['mixer'],
      crs: 'wgs84',
      area: drawnZone(row, COLUMN_M),
      effectiveFrom: since,
      reason: 'drawn for the test',
    });

  const queryAlerts = () => module.get(AlertQueries, { strict: false });
  async function alertOf(vehicleId: VehicleId) {
    const { items } = await queryAlerts().list(SYSTEM_SCOPE, { limit: 50, code: 'no_pass' });
    const its = items.filter((alert) => alert.vehicleId === vehicleId);
    expect(its).toHaveLength(1);
    return its[0]!;
  }
  /** The trucks whose alerts are listed under one cause. */
  const listUnder = async (causeKey: string | null): Promise<string[]> => {
    const { items } = await queryAlerts().list(SYSTEM_SCOPE, { limit: 50, causeKey: causeKey! });
    return items.map(({ vehicleId }) => vehicleId as string).toSorted();
  };

  it('is one cause of one enterprise where it is drawn around them, and not of who drives in later', async () => {
    const drawing = '      ================        ';
    const trucks = [await aTruckOf(works), await aTruckOf(works)];
    const [another, later] = [await aTruckOf(others), await aTruckOf(works)];
    await stand(trucks[0]!, 8, at('08:00'), 4);
    await stand(trucks[1]!, 14, at('08:00'), 4);
    await stand(another, 20, at('08:00'), 4);
    await stand(later, 28, at('08:00'), 4);

    const { zoneId } = await draw(drawing, at('08:05'));
    const inputs = module.get(JudgeInputs, { strict: false });
    await module.get(UnitOfWork).run((tx) => inputs.decisionsChanged(tx, at('08:05')));
    await judgeAll();
    await stand(later, 12, at('08:08'), 6);

    const { causeKey, causeCount } = await alertOf(trucks[0]!);
    expect(causeKey).toContain(`${works.enterpriseId} zone ${zoneId}`);
    expect(causeCount).toBe(2);
    expect(await listUnder(causeKey)).toEqual(trucks.toSorted());
    expect((await alertOf(another)).causeKey).toContain(others.enterpriseId);
    expect(await alertOf(later)).toMatchObject({ causeKey: null, causeCount: 1 });
  });

  it('is one cause of one enterprise where its hours begin while they are inside', async () => {
    const drawing = `${' '.repeat(106)}================`;
    await draw(drawing, at('00:00'), [
      { weekdays: EVERY_DAY, fromMin: 9 * 60 + 2, toMin: 18 * 60 },
    ]);
    const trucks = [await aTruckOf(works), await aTruckOf(works)];
    const another = await aTruckOf(others);
    await stand(trucks[0]!, 108, at('09:00'), 10);
    await stand(trucks[1]!, 114, at('09:00'), 10);
    await stand(another, 120, at('09:00'), 10);

    const { causeKey, causeCount } = await alertOf(trucks[1]!);
    expect(causeKey).toContain(`from ${at('09:02').toISOString()}`);
    expect(causeCount).toBe(2);
    expect(await listUnder(causeKey)).toEqual(trucks.toSorted());
    expect((await alertOf(another)).causeKey).not.toBe(causeKey);
  });
});
