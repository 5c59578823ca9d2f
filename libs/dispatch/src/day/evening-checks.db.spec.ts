import { DrawZoneService, IssuePassService } from '@tongyun/compliance';
import { ConfirmStartService, CreateOrderService, CreateSiteService } from '@tongyun/deliveries';
import { addMinutes, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../test/support/open-day-plans.js';
import { anEmployee } from '../../../../test/support/scopes.js';
import { storePlan } from '../../../../test/support/store-plan.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { CallInCheckEntity } from '../data/index.js';
import { CheckCallIns } from './check-call-ins.service.js';
import { RunEveningChecks } from './run-evening-checks.service.js';

const tomorrow = '2026-11-24';
/** Eight in the evening in Hangzhou, the day before. */
const evening = new Date('2026-11-23T12:00:00Z');
const firstAt = new Date('2026-11-23T23:00:00Z');

describe('the first round of a day', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = evening;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openDayPlans(database, { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    now = evening;
    works = await buildWorks(database.dataSource.manager);
  });

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const checksOf = (planId: string) =>
    database.dataSource.getRepository(CallInCheckEntity).findBy({ planId });
  const runDue = () => module.get(RunEveningChecks).runDue();

  const aPlan = (
    pair: { vehicleId: string; driverId: string },
    releasedRevision: number | null = 1,
  ): Promise<string> =>
    storePlan(database.dataSource.manager, works, {
      operatingOn: tomorrow,
      releasedRevision,
      plannedAt: now,
      pair,
      loadAt: firstAt,
    });

  async function aPair(trainings: ('skill' | 'safety')[] = ['skill', 'safety']) {
    const [vehicle, driver] = [await works.addMixer(), await works.addDriver(trainings)];
    return { vehicleId: vehicle.id, driverId: driver.id };
  }

  it('is judged at eight in the evening before, by itself and once', async () => {
    const planId = await aPlan(await aPair());

    now = addMinutes(evening, -1);
    await runDue();
    expect(await checksOf(planId)).toEqual([]);

    now = evening;
    await runDue();
    await runDue();
    const [check, ...more] = await checksOf(planId);
    expect(more).toEqual([]);
    expect(check).toMatchObject({ kind: 'evening', judgedAt: evening, items: [{ state: 'open' }] });
  });

  it('is not judged while nobody was told of it', async () => {
    const planId = await aPlan(await aPair(), null);

    await runDue();

    expect(await checksOf(planId)).toEqual([]);
  });

  it('names who would be refused, and why', async () => {
    const vehicle = await works.addMixer();
    const driver = await works.addDriver();
    await database.dataSource.query(
      `UPDATE registration SET state = 'suspended' WHERE vehicle_id = $1`,
      [vehicle.id],
    );
    const planId = await aPlan({ vehicleId: vehicle.id, driverId: driver.id });

    await runDue();

    const [check] = await checksOf(planId);
    expect(check?.items[0]?.reasons.map(({ code }) => code)).toContain('registration_suspended');
  });

  it('names another vehicle where the vehicle is what would be refused', async () => {
    const planned = await aPair();
    await works.addDriver();
    const small = await works.addMixer({ drumCapacityM3: 7 });
    const spare = await works.addMixer();
    await database.dataSource.query(
      `UPDATE registration SET state = 'suspended' WHERE vehicle_id = $1`,
      [planned.vehicleId],
    );
    const planId = await aPlan(planned);

    await runDue();

    const [check] = await checksOf(planId);
    const { replacement } = check!.items[0]!;
    expect(replacement?.vehicle?.vehicleId).not.toBe(small.id);
    expect(replacement).toMatchObject({
      driverId: planned.driverId,
      vehicle: { vehicleId: spare.id, plateNo: spare.plateNo },
    });
  });

  describe('with a site in a zone that demands a pass', () => {
    const arriveAt = addMinutes(firstAt, 30);
    const since = addMinutes(evening, -1_440);
    let zoneId: string;

    beforeAll(async () => {
      const { lng: west, lat } = eastOfPlant(6);
      const { lng: east } = eastOfPlant(10);
      const [south, north] = [lat - 0.02, lat + 0.02];
      const corners: [number, number][] = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ];
      const zone = await get(DrawZoneService).draw(SYSTEM_SCOPE, null, {
        kind: 'built_up',
        name: '建成区',
        crs: 'wgs84',
        area: { type: 'MultiPolygon', coordinates: [[corners]] },
        hours: [],
        binds: ['mixer'],
        effectiveFrom: since,
        reason: 'city plan',
      });
      ({ zoneId } = zone);
    });

    async function aVisit(pair: { vehicleId: string; driverId: string }): Promise<string> {
      const { id: siteId } = await get(CreateSiteService).create(works.dispatcher, aSite(works));
      const order = await get(CreateOrderService).create(
        works.dispatcher,
        anOrder(works, siteId, arriveAt),
      );
      return storePlan(database.dataSource.manager, works, {
        operatingOn: tomorrow,
        releasedRevision: 1,
        plannedAt: now,
        pair,
        loadAt: firstAt,
        visit: { orderId: order.id, arriveAt, leaveAt: addMinutes(arriveAt, 60) },
      });
    }

    const withPass = async (vehicleId: string, untilMin: number) => {
      await get(IssuePassService).issue(SYSTEM_SCOPE, {
        vehicleId,
        zoneIds: [zoneId],
        roads: [],
        hours: [],
        validFrom: since,
        validTo: addMinutes(arriveAt, untilMin),
        reason: 'terminal joined',
      });
    };

    it('names who has none, and a vehicle whose pass holds until it has left', async () => {
      const planned = await aPair();
      const [brief, long] = [await works.addMixer(), await works.addMixer()];
      await withPass(brief.id, 30);
      await withPass(long.id, 300);
      const planId = await aVisit(planned);

      await runDue();

      const [check] = await checksOf(planId);
      expect(check?.items).toMatchObject([
        {
          reasons: [{ code: 'no_pass', compared: { zoneId } }],
          replacement: { driverId: planned.driverId, vehicle: { vehicleId: long.id } },
        },
      ]);
    });

    it('names nobody whose pass holds for the whole of it', async () => {
      const planned = await aPair();
      await withPass(planned.vehicleId, 300);
      const planId = await aVisit(planned);

      await runDue();

      const [check] = await checksOf(planId);
      expect(check?.items).toMatchObject([{ reasons: [], replacement: null }]);
    });
  });

  it('names who could take over: one who may drive, and whom the plan does not need', async () => {
    const planned = await aPair(['skill']);
    await works.addMixer();
    const substitute = await works.addDriver();
    const planId = await aPlan(planned);

    await runDue();

    const [check] = await checksOf(planId);
    expect(check?.items).toMatchObject([
      {
        ...planned,
        reasons: [{ code: 'untrained_safety' }],
        replacement: { driverId: substitute.id, driverName: substitute.name },
      },
    ]);
  });

  it('names nobody who could take over where nobody else may drive', async () => {
    const planId = await aPlan(await aPair(['skill']));
    await works.addDriver(['safety']);

    await runDue();

    const [check] = await checksOf(planId);
    expect(check?.items).toMatchObject([{ replacement: null }]);
    expect(check?.items[0]?.reasons).not.toEqual([]);
  });

  it.each([
    { startsAt: addMinutes(firstAt, -40), state: 'confirmed', why: 'in time' },
    { startsAt: addMinutes(firstAt, -20), state: 'late', why: 'after he has to be there' },
  ])('shows a driver who said $why as $state', async ({ startsAt, state }) => {
    const pair = await aPair();
    const planId = await aPlan(pair);
    const scope = { ...anEmployee(works.enterpriseId, 'driver'), driverId: pair.driverId };
    const said = { id: newId<string>(), startsAt, at: now };
    await module.get(ConfirmStartService, { strict: false }).confirm(scope, pair.driverId, said);

    await runDue();

    const [check] = await module.get(CheckCallIns).ofPlan(works.dispatcher, planId);
    expect(check?.items).toMatchObject([
      { driverId: pair.driverId, saysStartAt: startsAt.toISOString(), state },
    ]);
  });

  it('takes the newest word of a driver, and none about next week', async () => {
    const pair = await aPair();
    const scope = { ...anEmployee(works.enterpriseId, 'driver'), driverId: pair.driverId };
    const confirm = (startsAt: Date) =>
      module
        .get(ConfirmStartService, { strict: false })
        .confirm(scope, pair.driverId, { id: newId<string>(), startsAt, at: now });
    await confirm(addMinutes(firstAt, -90));
    now = addMinutes(now, 5);
    await confirm(addMinutes(firstAt, -45));
    await expect(confirm(addMinutes(firstAt, 7 * 1_440))).rejects.toMatchObject({
      code: 'START_TIME_WRONG',
    });

    const planId = await aPlan(pair);
    await runDue();
    const [check] = await checksOf(planId);
    expect(check?.items[0]?.saysStartAt).toBe(addMinutes(firstAt, -45).toISOString());
  });
});
