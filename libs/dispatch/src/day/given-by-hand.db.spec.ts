import { AssignService, CreateOrderService, CreateSiteService } from '@tongyun/deliveries';
import {
  AssignmentEntity,
  LoadEntity,
  type OrderEntity,
  PumpJobEntity,
} from '@tongyun/deliveries/data';
import { PlantLineEntity } from '@tongyun/fleet/data';
import { addMinutes, newId } from '@tongyun/kernel';
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
import { CatchUpService } from './catch-up.service.js';
import { ChangePlanService } from './change-plan.service.js';
import type { OpenPlan } from './day-plan-book.service.js';
import { PlanDayService } from './plan-day.service.js';
import { ReleaseDayService } from './release-day.service.js';
import type { ContentLoad, ContentPumpJob } from './rules/plan-content.js';

const operatingOn = '2026-11-24';
const at = (clock: string): Date => new Date(`${operatingOn}T${clock}:00+08:00`);

const meet = (one: [string, string], other: [string, string]): boolean =>
  one[0] < other[1] && other[0] < one[1];

/** More than two trucks can bring without a cold joint. */
const PUMPED = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 30 };
const TOO_FAST = { plannedM3: 72, rateM3PerHour: 72, gapMaxMin: 5 };

describe('what a dispatcher gave by hand', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  const now = at('06:00');
  let sites = 0;
  let open: OpenPlan | null;

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const rows = () => database.dataSource.manager;
  const ifMatch = () => `"${open!.plan.revision}"`;
  const order = async (clock: string, change: object = {}): Promise<OrderEntity['id']> => {
    const position = eastOfPlant(((sites += 1) % 12) + 2);
    const site = await get(CreateSiteService).create(works.dispatcher, aSite(works, { position }));
    const asked = anOrder(works, site.id, at(clock), change);
    return (await get(CreateOrderService).create(works.dispatcher, asked)).id as OrderEntity['id'];
  };
  const plan = async (): Promise<OpenPlan> => {
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 0.3 };
    const planning = await get(PlanDayService).start(
      works.dispatcher,
      day,
      open ? ifMatch() : undefined,
    );
    return (open = (await planning.outcome).after);
  };
  const takeIn = async (): Promise<OpenPlan> =>
    (open = (await get(CatchUpService).takeIn(works.dispatcher, open!.plan.id, ifMatch())).after);
  const release = async () => {
    const released = await get(ReleaseDayService).release(
      works.dispatcher,
      open!.plan.id,
      ifMatch(),
    );
    open = released.after;
    return released.outcome;
  };
  /** The first load of an order. */
  const give = async (
    orderId: OrderEntity['id'],
    { vehicleId, driverId }: Pick<ContentLoad, 'vehicleId' | 'driverId'>,
  ): Promise<AssignmentEntity> => {
    const load = await rows().findOneByOrFail(LoadEntity, { orderId, loadNo: 1 });
    const pair = { vehicleId, driverId } as Parameters<AssignService['assign']>[2];
    await get(AssignService).assign(works.dispatcher, { loadId: load.id }, pair);
    return rows().findOneByOrFail(AssignmentEntity, { loadId: load.id, state: 'released' });
  };
  const sendPump = async (
    orderId: OrderEntity['id'],
    { vehicleId, driverId }: Pick<ContentPumpJob, 'vehicleId' | 'driverId'>,
  ): Promise<AssignmentEntity> => {
    const { id: pumpJobId } = await rows().findOneByOrFail(PumpJobEntity, { orderId });
    const pair = { vehicleId, driverId } as Parameters<AssignService['assign']>[2];
    await get(AssignService).assign(works.dispatcher, { pumpJobId }, pair);
    return rows().findOneByOrFail(AssignmentEntity, { pumpJobId, state: 'released' });
  };
  const pumpOf = (orderId: string) =>
    open!.content.pumpJobs.find((job) => job.orderId === orderId)!;
  const loadsOf = (orderId: string) =>
    open!.content.loads.filter((load) => load.orderId === orderId);
  const m3Of = (orderId: string) => loadsOf(orderId).reduce((sum, { m3 }) => sum + m3, 0);
  /** Whether any two loads of the plan need one truck, or the plant's only line, at the same time. */
  const meets = (): boolean => {
    const { loads } = open!.content;
    return loads.some((one, index) =>
      loads
        .slice(index + 1)
        .some(
          (other) =>
            meet([one.loadFromAt, one.loadToAt], [other.loadFromAt, other.loadToAt]) ||
            (one.vehicleId === other.vehicleId &&
              meet([one.loadFromAt, one.backAt], [other.loadFromAt, other.backAt])),
        ),
    );
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
    open = null;
    works = await buildWorks(rows());
    await rows().insert(PlantLineEntity, {
      id: newId<string>(),
      plantId: works.plantId,
      name: '1号线',
      rateM3PerHour: 120,
      createdAt: now,
    });
    for (let count = 0; count < 2; count += 1) {
      await works.addMixer();
      await works.addDriver();
    }
  });

  it('is a load that takes its truck and line for its time, though the plan leaves its order out', async () => {
    const planned = await order('14:00');
    const leftOut = await order('14:00', TOO_FAST);
    await plan();
    expect(open!.content.unserved.map(({ orderId }) => orderId)).toEqual([leftOut]);
    const [own] = loadsOf(planned);
    const given = await give(leftOut, own!);

    await order('18:00');
    await takeIn();

    expect(loadsOf(leftOut)).toMatchObject([{ id: given.loadId, vehicleId: given.vehicleId }]);
    expect(new Date(loadsOf(leftOut)[0]!.loadToAt)).toEqual(given.startsAt);
    expect(m3Of(planned)).toBe(12);
    expect(loadsOf(planned)[0]!.vehicleId).not.toBe(given.vehicleId);
    expect(meets()).toBe(false);
    await expect(release()).resolves.toMatchObject({ refused: [] });
    expect(await rows().findOneByOrFail(AssignmentEntity, { id: given.id })).toEqual(given);
  });

  it('is a load that counts for the volume of its order, and stays as it was given when the plan is released', async () => {
    const pour = await order('14:00', { plannedM3: 36 });
    await plan();
    const [first] = loadsOf(pour);
    const other = open!.content.loads.find(({ vehicleId }) => vehicleId !== first!.vehicleId)!;
    const given = await give(pour, other);

    await plan();

    expect(open!.content.unserved).toEqual([]);
    expect(m3Of(pour)).toBe(36);
    expect(loadsOf(pour).find(({ id }) => id === given.loadId)).toMatchObject({
      vehicleId: given.vehicleId,
      loadToAt: given.startsAt.toISOString(),
    });
    expect(meets()).toBe(false);
    const { refused } = await release();
    expect(refused).toEqual([]);
    expect(await rows().findOneByOrFail(AssignmentEntity, { id: given.id })).toEqual(given);
    const told = await rows().findBy(AssignmentEntity, { orderId: pour, state: 'released' });
    expect(told).toHaveLength(3);
  });

  it('is a load that another truck brings when its own breaks down', async () => {
    const pour = await order('14:00');
    await plan();
    const given = await give(pour, loadsOf(pour)[0]!);
    await takeIn();
    const { vehicleId } = given;

    const down = { kind: 'truck_down', vehicleId, until: null, reason: '爆胎' } as const;
    const changing = get(ChangePlanService);
    open = (await changing.happen(works.dispatcher, open!.plan.id, down, ifMatch())).after;

    expect(m3Of(pour)).toBe(12);
    expect(loadsOf(pour)[0]!.vehicleId).not.toBe(vehicleId);
    await release();
    expect(await rows().findOneByOrFail(AssignmentEntity, { id: given.id })).toMatchObject({
      state: 'cancelled',
    });
  });

  it('is a load that no release takes back for a plan that does not know of it', async () => {
    const pour = await order('14:00', { plannedM3: 36 });
    const other = await order('18:00');
    await plan();
    const [first] = loadsOf(pour);
    const given = await give(
      pour,
      open!.content.loads.find(({ vehicleId }) => vehicleId !== first!.vehicleId)!,
    );

    const { refused, released } = await release();

    expect(new Set(refused.map(({ item, code }) => `${item.orderId} ${code}`))).toEqual(
      new Set([`${pour} PLAN_ITEM_BY_HAND`]),
    );
    expect(released.map(({ orderId }) => orderId)).toEqual([other]);
    expect(await rows().findBy(AssignmentEntity, { orderId: pour })).toEqual([given]);

    await plan();
    await expect(release()).resolves.toMatchObject({ refused: [] });
    expect(m3Of(pour)).toBe(36);
    expect(await rows().findOneByOrFail(AssignmentEntity, { id: given.id })).toEqual(given);
  });

  describe('of two pumps', () => {
    beforeEach(async () => {
      for (let count = 0; count < 2; count += 1) {
        await works.addPump(40);
        await works.addDriver();
      }
    });

    it('is one that is taken for as long as it was told, though the plan leaves its order out', async () => {
      const planned = await order('14:00', PUMPED);
      const leftOut = await order('14:00', { ...PUMPED, ...TOO_FAST });
      await plan();
      expect(open!.content.unserved.map(({ orderId }) => orderId)).toEqual([leftOut]);
      const given = await sendPump(leftOut, pumpOf(planned));

      await order('18:00');
      await takeIn();

      expect(pumpOf(leftOut)).toMatchObject({ id: given.pumpJobId, vehicleId: given.vehicleId });
      expect(Date.parse(pumpOf(leftOut).leaveAt)).toBeGreaterThanOrEqual(+given.endsAt);
      expect(pumpOf(planned).vehicleId).not.toBe(given.vehicleId);
      await expect(release()).resolves.toMatchObject({ refused: [] });
      expect(await rows().findOneByOrFail(AssignmentEntity, { id: given.id })).toEqual(given);
    });

    it('is the one that its pour is planned with', async () => {
      const pour = await order('14:00', PUMPED);
      await plan();
      const chosen = pumpOf(pour).vehicleId;
      const other = (await rows().query(
        `SELECT v.id AS "vehicleId", d.id AS "driverId" FROM vehicle v, driver d
         WHERE v.owner_enterprise_id = $1 AND v.kind = 'boom_pump' AND v.id <> $2
           AND d.enterprise_id = $1 AND d.id <> ALL ($3::uuid[]) LIMIT 1`,
        [
          works.enterpriseId,
          chosen,
          [...open!.content.loads, ...open!.content.pumpJobs].map(({ driverId }) => driverId),
        ],
      )) as [ContentPumpJob];
      const given = await sendPump(pour, other[0]);

      await plan();

      expect(open!.content.unserved).toEqual([]);
      expect(pumpOf(pour)).toMatchObject({
        id: given.pumpJobId,
        vehicleId: given.vehicleId,
        driverId: given.driverId,
      });
      await expect(release()).resolves.toMatchObject({ refused: [] });
      expect(await rows().findOneByOrFail(AssignmentEntity, { id: given.id })).toEqual(given);
    });
  });

  it('is not moved in the plan while it is so', async () => {
    const pour = await order('14:00');
    await plan();
    const [load] = loadsOf(pour);
    await give(pour, load!);
    const move = { itemId: load!.id, atAt: addMinutes(at('14:00'), 10), isTrial: false };

    await expect(
      get(ChangePlanService).move(works.dispatcher, open!.plan.id, move, ifMatch()),
    ).rejects.toMatchObject({ code: 'PLAN_ITEM_BY_HAND' });
  });
});
