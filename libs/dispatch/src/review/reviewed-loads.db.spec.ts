import { addMinutes, newId } from '@tongyun/kernel';
import { buildWorks, type ConcreteWorks } from '../../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { DayPlanEntity } from '../data/day-plan.entity.js';
import { ReviewedLoads } from '../data/reviewed-loads.js';

const AT = new Date('2026-05-01T02:00:00Z');
const ON = '2026-05-01';
const after = (min: number) => addMinutes(AT, min);

describe('loads beside their plan', () => {
  const planId = newId<string>();
  const siteId = newId<string>();
  const orderId = newId<string>();
  const loadId = newId<string>();
  let database: TestDatabase;
  let works: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    const { manager } = database.dataSource;
    works = await buildWorks(manager);
    const { enterpriseId, plantId } = works;
    await manager.query(
      `INSERT INTO site (id, enterprise_id, name, project_name, contractor, position,
         fence_radius_m, created_at)
       SELECT $1, $2, '一号楼', '滨江苑', '中建', position, 150, now() FROM plant WHERE id = $3`,
      [siteId, enterpriseId, plantId],
    );
    await manager.query(
      `INSERT INTO observed_trip (trip_id, trip_version, enterprise_id, order_id, load_id, plant_id,
         site_id, operating_on, placing_method, load_kind, batched_m3, discharged_m3, due_at,
         load_start_at, left_plant_at, arrived_at, unload_start_at, unload_end_at, is_diverted,
         road_km, driven_km, observed_at)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, 'chute', 'concrete', 10, 10, $8, $9, $10, $11, $12,
         $13, false, 10, 12, $13)`,
      [
        newId(),
        enterpriseId,
        orderId,
        loadId,
        plantId,
        siteId,
        ON,
        ...[30, 4, 13, 38, 48, 78].map(after),
      ],
    );
    await manager.insert(DayPlanEntity, {
      id: planId,
      enterpriseId,
      operatingOn: ON,
      revision: 4,
      releasedRevision: 4,
    });
  });
  afterAll(() => database?.close());

  /** A revision made so many minutes after the plan’s loading, which it has so many minutes later. */
  async function addRevision(revision: number, kind: 'planned' | 'released', madeMin: number) {
    const at = (min: number) => after(min + revision).toISOString();
    const load = { id: loadId, loadFromAt: at(0), loadToAt: at(8), arriveAt: at(28) };
    const discharge = { dischargeFromAt: at(30), dischargeToAt: at(55) };
    const durations = { learntAt: null, orders: [{ orderId, waiting: { value: 5 }, sources: [] }] };
    await database.dataSource.manager.query(
      `INSERT INTO day_plan_revision (plan_id, revision, kind, by_user, by_name, at, content)
       VALUES ($1, $2, $3, $1, '', $4, $5)`,
      [planId, revision, kind, after(madeMin), { loads: [{ ...load, ...discharge }], durations }],
    );
  }
  const look = (from = ON, to = ON) =>
    new ReviewedLoads().of(database.dataSource.manager, works.enterpriseId, { from, to });

  it('have none while nothing was released', async () => {
    await addRevision(1, 'planned', -60);

    expect(await look()).toMatchObject([{ siteId, planned: null, roadKm: 10, drivenKm: 12 }]);
  });

  it('have the last one that was released before they began to load', async () => {
    await addRevision(2, 'released', -50);
    await addRevision(3, 'released', -40);
    await addRevision(4, 'released', 20);

    const [load] = await look();

    expect(load!.planned).toEqual({
      loadFromAt: after(3),
      loadToAt: after(11),
      arriveAt: after(31),
      dischargeFromAt: after(33),
      dischargeToAt: after(58),
      waitingMin: 5,
    });
  });

  it('are those of the days asked for', async () => {
    expect(await look('2026-05-02', '2026-05-09')).toEqual([]);
  });
});
