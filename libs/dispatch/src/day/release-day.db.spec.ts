import {
  AssignService,
  CreateOrderService,
  CreateSiteService,
  DivertTripService,
  RecordPumpStageService,
  RecordStageService,
  ReleasePlanService,
  type TripStage,
} from '@tongyun/deliveries';
import {
  AssignmentEntity,
  LoadEntity,
  OrderEntity,
  PumpJobEntity,
  TripEntity,
} from '@tongyun/deliveries/data';
import { PlantLineEntity } from '@tongyun/fleet/data';
import { addMinutes, newId, type SiteId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../test/support/open-day-plans.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { toDayPlanView } from '../http/day-plan.view.js';
import { CatchUpService } from './catch-up.service.js';
import { ChangePlanService } from './change-plan.service.js';
import { DayPlanBook, type OpenPlan } from './day-plan-book.service.js';
import { PlanDayService } from './plan-day.service.js';
import { ReleaseDayService } from './release-day.service.js';

const operatingOn = '2026-11-24';
const at = (clock: string): Date => new Date(`${operatingOn}T${clock}:00+08:00`);
const nextDayAt = (clock: string): Date => addMinutes(at(clock), 24 * 60);

describe('the release of a plan', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = at('06:00');
  let siteId: SiteId;
  let sites = 3;
  let open: OpenPlan;
  let pour: OrderEntity;

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const order = (firstOnSiteAt: Date, change: object = {}) =>
    get(CreateOrderService).create(works.dispatcher, anOrder(works, siteId, firstOnSiteAt, change));
  const rows = () => database.dataSource.manager;
  const loadsOf = (orderId: string) =>
    rows().find(LoadEntity, {
      where: { orderId: orderId as OrderEntity['id'] },
      order: { loadNo: 'ASC' },
    });
  const toldOf = (orderId: string) =>
    rows().findBy(AssignmentEntity, {
      orderId: orderId as OrderEntity['id'],
      state: 'released',
    });
  const ifMatch = () => `"${open.plan.revision}"`;
  const release = async () => {
    const released = await get(ReleaseDayService).release(
      works.dispatcher,
      open.plan.id,
      ifMatch(),
    );
    open = released.after;
    return released.outcome;
  };
  const happen = async (event: object): Promise<void> => {
    const request = { reason: '现场情况', ...event } as Parameters<ChangePlanService['happen']>[2];
    const changed = await get(ChangePlanService).happen(
      works.dispatcher,
      open.plan.id,
      request,
      ifMatch(),
    );
    open = changed.after;
  };
  const reach = async (loadId: string, ...stages: readonly TripStage[]): Promise<TripEntity> => {
    const { id } = await rows().findOneByOrFail(TripEntity, {
      loadId: loadId as TripEntity['loadId'],
    });
    for (const stage of stages) {
      await get(RecordStageService).record(works.dispatcher, {
        claimId: newId<string>(),
        tripId: id,
        stage,
        at: now,
        receivedAt: now,
        evidence: 'dispatcher',
      });
    }
    return rows().findOneByOrFail(TripEntity, { id });
  };
  const shownBehind = async () =>
    toDayPlanView(open, await get(DayPlanBook).factsOf(works.dispatcher, open.plan), []).behind;
  const breakDown = async (vehicleIds: readonly string[]): Promise<void> => {
    for (const vehicleId of vehicleIds) {
      await happen({ kind: 'truck_down', vehicleId, until: null });
    }
  };
  /** One load for ten o'clock, of an order that the plan does not know. */
  const giveByHand = async (pair: {
    readonly vehicleId: string;
    readonly driverId: string;
  }): Promise<LoadEntity> => {
    const { id } = await order(at('10:00'));
    const [load] = await loadsOf(id);
    const chosen = pair as Parameters<AssignService['assign']>[2];
    await get(AssignService).assign(works.dispatcher, { loadId: load!.id }, chosen);
    return load!;
  };
  const plan = async (): Promise<void> => {
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
    const planning = await get(PlanDayService).start(
      works.dispatcher,
      day,
      open === undefined ? undefined : ifMatch(),
    );
    open = (await planning.outcome).after;
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openDayPlans(database, { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  beforeEach(async () => {
    now = at('06:00');
    works = await buildWorks(rows());
    await rows().insert(PlantLineEntity, {
      id: newId<string>(),
      plantId: works.plantId,
      name: '1号线',
      rateM3PerHour: 120,
      createdAt: now,
    });
    for (let count = 0; count < 4; count += 1) {
      await works.addMixer();
      await works.addDriver();
    }
    siteId = (
      await get(CreateSiteService).create(
        works.dispatcher,
        // Nobody else’s: they would need its places as well.
        aSite(works, { position: eastOfPlant((sites += 1)) }),
      )
    ).id;
    pour = (await order(at('14:00'), { plannedM3: 36 })) as unknown as OrderEntity;
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
    const planning = await get(PlanDayService).start(works.dispatcher, day, undefined);
    open = (await planning.outcome).after;
  });

  it('waits until the plan has followed what became of its orders', async () => {
    await release();
    const [, , last] = await loadsOf(pour.id);
    await rows().update(OrderEntity, pour.id, { plannedM3: 24 });
    await rows().update(LoadEntity, last!.id, { state: 'dropped' });

    await expect(release()).rejects.toMatchObject({
      code: 'PLAN_BEHIND',
      details: { orderIds: [pour.id] },
    });

    expect((await loadsOf(pour.id)).map(({ state }) => state)).toEqual([
      'released',
      'released',
      'dropped',
    ]);
    await plan();
    expect(await release()).toMatchObject({ refused: [] });
    expect((await loadsOf(pour.id)).filter(({ state }) => state === 'released')).toHaveLength(2);
  });

  describe('once its day is over', () => {
    let more: LoadEntity;

    beforeEach(async () => {
      await release();
      const [last] = (await loadsOf(pour.id)).toReversed();
      await rows().update(OrderEntity, pour.id, { plannedM3: 48 });
      more = { ...last!, id: newId<LoadEntity['id']>(), loadNo: last!.loadNo + 1 };
      await rows().insert(LoadEntity, { ...more, plannedM3: 12, state: 'planned' });
    });

    it('waits for what the page says that the plan can still take in', async () => {
      now = nextDayAt('04:10');

      await expect(release()).rejects.toMatchObject({ code: 'PLAN_BEHIND' });
      expect(await shownBehind()).toEqual([
        { orderId: pour.id, kind: 'order_grown', from: 36, to: 48 },
      ]);

      open = (await get(CatchUpService).takeIn(works.dispatcher, open.plan.id, ifMatch())).after;
      expect(await shownBehind()).toEqual([]);
      await release();
    });

    it('waits for nothing when nothing can be taken in any more, and leaves that to be given by hand', async () => {
      now = nextDayAt('12:00');

      expect(await shownBehind()).toEqual([]);
      const { refused } = await release();

      expect(refused.map(({ code }) => code)).not.toContain('PLAN_BEHIND');
      expect(await rows().findOneByOrFail(LoadEntity, { id: more.id })).toMatchObject({
        state: 'planned',
      });
    });
  });

  it('is none of what an order asks for by the time it is told', async () => {
    const releasing = get(ReleasePlanService);
    const tell = releasing.release.bind(releasing);
    releasing.release = async (...asked) => {
      releasing.release = tell;
      await rows().update(OrderEntity, pour.id, { plannedM3: 24 });
      return tell(...asked);
    };

    const { released, refused } = await release();

    expect(released).toEqual([]);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['PLAN_BEHIND']));
  });

  it('tells an order nothing of what a truck that is sent on to it meanwhile brings in its stead', async () => {
    const { id } = await order(at('16:00'), { plannedM3: 20 });
    await plan();
    const target = (await loadsOf(id)).at(-1);
    const onTheRoad = await giveByHand(open.content.loads[0]!);
    now = at('09:40');
    const trip = await reach(onTheRoad.id, 'loading', 'en_route');
    const releasing = get(ReleasePlanService);
    const tell = releasing.release.bind(releasing);
    releasing.release = async (...asked) => {
      releasing.release = tell;
      await get(DivertTripService).divert(
        works.dispatcher,
        trip.id,
        {
          goal: { kind: 'order', orderId: id, loadId: target!.id },
          takenM3: 0,
          reason: '工地停工',
          approvedBy: '李工',
          endsAt: at('10:30'),
          figures: {},
          overridden: [],
        },
        `"${trip.version}"`,
      );
      return tell(...asked);
    };

    const { released, refused } = await release();

    expect(new Set(refused.map(({ item, code }) => `${item.orderId} ${code}`))).toEqual(
      new Set([`${id} PLAN_BEHIND`]),
    );
    expect(new Set(released.map(({ orderId }) => orderId))).toEqual(new Set([pour.id]));
    const wanted = (await loadsOf(id)).filter(({ state }) => state !== 'dropped');
    expect(wanted.reduce((sum, { plannedM3 }) => sum + plannedM3, 0)).toBe(20);
  });

  it('is told no further once a later state of the plan has been released', async () => {
    const releasing = get(ReleasePlanService);
    const tell = releasing.release.bind(releasing);
    const { vehicleId } = open.content.loads[0]!;
    releasing.release = async (...asked) => {
      releasing.release = tell;
      const slow = open;
      open = { ...open, plan: { ...open.plan, revision: open.plan.revision + 1 } };
      await breakDown([vehicleId]);
      await release();
      open = slow;
      return tell(...asked);
    };

    const { released, refused } = await release();

    expect(released).toEqual([]);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['PLAN_RELEASED_ANEW']));
    const told = await toldOf(pour.id);
    expect(told).toHaveLength(3);
    expect(told.map((one) => one.vehicleId)).not.toContain(vehicleId);
  });

  it('leaves to be given by hand what it cannot finish of a pour', async () => {
    await release();
    const [first, ...others] = open.content.loads;
    now = addMinutes(new Date(first!.loadFromAt), 1);
    await reach(first!.id, 'loading');
    const fleet = await rows().query(`SELECT id FROM vehicle WHERE owner_enterprise_id = $1`, [
      works.enterpriseId,
    ]);
    await breakDown(fleet.map(({ id }: { id: string }) => id));
    expect(open.content.unserved).toMatchObject([{ orderId: pour.id }]);

    await release();

    expect((await loadsOf(pour.id)).map(({ state }) => state)).toEqual([
      'on_trip',
      ...others.map(() => 'planned'),
    ]);
  });

  it('takes back from nobody what a dispatcher gave him of a pour that the plan leaves out', async () => {
    const { vehicleId, driverId } = open.content.loads[0]!;
    const byHand = await giveByHand({ vehicleId, driverId });

    await release();

    expect(await toldOf(byHand.orderId)).toMatchObject([{ vehicleId, isByHand: true }]);
    expect((await toldOf(pour.id)).map(({ isByHand }) => isByHand)).toEqual([false, false, false]);
  });

  it('tells a pump at work that it stays longer, and holds it and its operator so long', async () => {
    await works.addPump(40);
    await works.addDriver();
    const pumped = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 30 };
    const { id } = await order(at('09:00'), { ...pumped, plannedM3: 16 });
    await plan();
    await release();
    now = at('08:20');
    const jobOf = () => rows().findOneByOrFail(PumpJobEntity, { orderId: id });
    const holdOf = async () => (await toldOf(id)).find(({ pumpJobId }) => pumpJobId !== null)!;
    const before = await jobOf();
    await get(RecordPumpStageService).record(works.dispatcher, {
      claimId: newId<string>(),
      pumpJobId: before.id,
      stage: 'setting_up',
      at: now,
      receivedAt: now,
      evidence: 'dispatcher',
    });
    await rows().update(OrderEntity, id, { plannedM3: 40 });
    await plan();

    const { released, refused } = await release();

    expect(refused).toEqual([]);
    expect(released.map((item) => item.id)).toContain(before.id);
    const planned = open.content.pumpJobs.find((job) => job.id === before.id)!;
    const after = await jobOf();
    expect(after.state).toBe('setting_up');
    expect(+after.untilAt).toBeGreaterThan(+before.untilAt);
    expect([after.untilAt, (await holdOf()).endsAt]).toEqual([
      new Date(planned.untilAt),
      new Date(planned.leaveAt),
    ]);
    const again = await release();
    expect(again.released.map((item) => item.id)).not.toContain(before.id);
  });
});
