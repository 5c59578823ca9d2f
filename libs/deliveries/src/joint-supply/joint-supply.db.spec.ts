import type { CreateOrderRequest } from '@tongyun/contracts';
import {
  addMinutes,
  type JointShareId,
  type LoadId,
  newId,
  type OrderId,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { AssignService } from '../assign.service.js';
import { CarryForwardService } from '../carry-forward.service.js';
import { ChangeOrderStateService } from '../change-order-state.service.js';
import { CreateOrderService } from '../create-order.service.js';
import { CreateSiteService } from '../create-site.service.js';
import { TripEntity } from '../data/index.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { OrderQueries } from '../order-queries.service.js';
import { RecordStageService } from '../record-stage.service.js';
import { TakeOrderCallService } from '../take-order-call.service.js';
import { JointSupplyQueries } from './joint-supply-queries.service.js';
import { MoveQuotaService } from './move-quota.service.js';
import { OfferJointShareService } from './offer-joint-share.service.js';
import { StepJointShareService } from './step-joint-share.service.js';

/** 07:00 in Hangzhou. */
const now = new Date('2026-11-22T23:00:00Z');
const reason = 'agreed by telephone';

describe('joint supply', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let lead: ConcreteWorks;
  let partner: ConcreteWorks;
  let stranger: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), DeliveriesModule], {
      now: () => now,
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    const { manager } = database.dataSource;
    [lead, partner, stranger] = [
      await buildWorks(manager),
      await buildWorks(manager),
      await buildWorks(manager),
    ];
    for (const works of [lead, partner]) await works.addMixer({ drumCapacityM3: 10 });
  });

  const enter = async (change: Partial<CreateOrderRequest> = {}): Promise<OrderId> => {
    const site = await module.get(CreateSiteService).create(lead.dispatcher, aSite(lead));
    const wanted = anOrder(lead, site.id, addMinutes(now, 120), {
      plannedM3: 100,
      rateM3PerHour: 40,
      ...change,
    });
    return (await module.get(CreateOrderService).create(lead.dispatcher, wanted)).id;
  };
  const offer = (orderId: OrderId, quotaM3: number, to = partner): Promise<JointShareId> =>
    module
      .get(OfferJointShareService)
      .offer(lead.dispatcher, orderId, { plantId: to.plantId, quotaM3, reason });
  const step = (
    by: ConcreteWorks,
    id: JointShareId,
    state: 'accepted' | 'declined' | 'withdrawn',
    seen = '*',
  ) => module.get(StepJointShareService).step(by.dispatcher, id, { state, reason }, seen);
  const moveQuota = (by: ConcreteWorks, id: JointShareId, quotaM3: number) =>
    module.get(MoveQuotaService).move(by.dispatcher, id, { quotaM3, reason }, '*');
  const queries = () => module.get(JointSupplyQueries);
  const wholeOf = (id: OrderId) => module.get(OrderQueries).getWhole(SYSTEM_SCOPE, id);
  const openM3 = async (id: OrderId) =>
    (await wholeOf(id)).loads
      .filter(({ state }) => state !== 'dropped')
      .map(({ plannedM3 }) => plannedM3);
  const agree = async (quotaM3: number) => {
    const orderId = await enter();
    const id = await offer(orderId, quotaM3);
    await step(partner, id, 'accepted');
    const { shareOrderId } = await queries().get(partner.dispatcher, id);
    return { orderId, id, shareOrderId: shareOrderId! };
  };
  /** The first load of the partner's order, on its way. */
  const begin = async (orderId: OrderId) => {
    const { loads } = await wholeOf(orderId);
    const vehicle = await partner.addMixer({ drumCapacityM3: 10 });
    const driver = await partner.addDriver();
    const { id } = await module
      .get(AssignService)
      .assign(
        partner.dispatcher,
        { loadId: loads[0]!.id as LoadId },
        { vehicleId: vehicle.id, driverId: driver.id },
      );
    const trip = await database.dataSource.manager.findOneByOrFail(TripEntity, {
      assignmentId: id,
    });
    await module.get(RecordStageService).record(partner.dispatcher, {
      claimId: newId<string>(),
      tripId: trip.id,
      stage: 'loading',
      at: now,
      receivedAt: now,
      evidence: 'dispatcher',
    });
    return { trip, vehicle, driver };
  };

  it('leaves the order as it is until the partner has accepted', async () => {
    const orderId = await enter();
    const id = await offer(orderId, 40);

    expect((await wholeOf(orderId)).order.plannedM3).toBe(100);
    expect(await queries().get(partner.dispatcher, id)).toMatchObject({
      state: 'offered',
      quotaM3: 40,
      shareOrderId: null,
      grade: 'C30',
    });
  });

  it('gives the partner an order of its own, and the lead so much less', async () => {
    const { orderId, shareOrderId } = await agree(40);

    const [leads, share] = [await wholeOf(orderId), await wholeOf(shareOrderId)];
    expect(leads.order).toMatchObject({ plannedM3: 60, state: 'firm' });
    expect(share.order).toMatchObject({
      plannedM3: 40,
      enterpriseId: partner.enterpriseId,
      plantId: partner.plantId,
      terms: null,
      isPumpNeeded: false,
    });
    expect(await openM3(orderId)).toEqual([10, 10, 10, 10, 10, 10]);
    expect(await openM3(shareOrderId)).toEqual([10, 10, 10, 10]);
  });

  it('lets the trucks of both take turns in one queue', async () => {
    const { shareOrderId } = await agree(50);

    const { queue, suppliers } = await queries().ofOrder(partner.dispatcher, shareOrderId);

    expect(suppliers.map(({ isLead, quotaM3 }) => [isLead, quotaM3])).toEqual([
      [true, 50],
      [false, 50],
    ]);
    expect(queue.map(({ enterpriseName }) => enterpriseName)).toEqual(
      Array.from({ length: 5 }, () => [
        `商砼 ${lead.enterpriseId}`,
        `商砼 ${partner.enterpriseId}`,
      ]).flat(),
    );
    expect(queue.every(({ gapMin }) => gapMin === 0)).toBe(true);
  });

  it('counts what each has ticketed, and shows the truck but not its driver', async () => {
    const { orderId, shareOrderId } = await agree(40);
    const { trip, vehicle, driver } = await begin(shareOrderId);
    await database.dataSource.query(`UPDATE trip SET ticketed_m3 = 9.5 WHERE id = $1`, [trip.id]);

    const seen = await queries().ofOrder(lead.dispatcher, orderId);

    expect(seen.suppliers.map(({ ticketedM3 }) => ticketedM3)).toEqual([0, 9.5]);
    expect(seen.queue.find(({ plateNo }) => plateNo === vehicle.plateNo)).toMatchObject({
      stage: 'loading',
    });
    expect(JSON.stringify(seen)).not.toContain(driver.id);
    expect(JSON.stringify(seen)).not.toContain(driver.phone);
  });

  it('opens that one pour to a partner and no order of the lead', async () => {
    const { orderId, shareOrderId, id } = await agree(40);
    const other = await enter();

    for (const hidden of [orderId, other]) {
      await expect(queries().ofOrder(partner.dispatcher, hidden)).rejects.toMatchObject({
        code: 'ORDER_NOT_FOUND',
      });
      await expect(module.get(OrderQueries).get(partner.dispatcher, hidden)).rejects.toMatchObject({
        code: 'ORDER_NOT_FOUND',
      });
    }
    await expect(module.get(OrderQueries).get(lead.dispatcher, shareOrderId)).rejects.toMatchObject(
      { code: 'ORDER_NOT_FOUND' },
    );
    await expect(queries().get(stranger.dispatcher, id)).rejects.toMatchObject({
      code: 'JOINT_SHARE_NOT_FOUND',
    });
    await expect(queries().ofOrder(stranger.dispatcher, shareOrderId)).rejects.toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
  });

  it('shows a partner nothing of the pour any more once its share is withdrawn', async () => {
    const { id, orderId, shareOrderId } = await agree(40);
    await step(partner, id, 'withdrawn');

    const share = await queries().ofOrder(partner.dispatcher, shareOrderId);
    expect(share.pour.leadOrderId).toBe(shareOrderId);
    expect(share.queue).toEqual([]);
    expect((await wholeOf(shareOrderId)).order.state).toBe('cancelled');
    expect((await wholeOf(orderId)).order.plannedM3).toBe(100);
    expect(await openM3(orderId)).toHaveLength(10);
  });

  it('is answered by the partner alone', async () => {
    const id = await offer(await enter(), 40);

    await expect(step(lead, id, 'accepted')).rejects.toMatchObject({
      code: 'JOINT_STEP_INVALID',
      details: { possible: ['withdrawn'] },
    });
    await expect(step(stranger, id, 'accepted')).rejects.toMatchObject({
      code: 'JOINT_SHARE_NOT_FOUND',
    });
    await step(partner, id, 'declined');
    await expect(step(partner, id, 'accepted')).rejects.toMatchObject({
      code: 'JOINT_STEP_INVALID',
    });
  });

  it('keeps every step with who took it', async () => {
    const { id } = await agree(40);
    await moveQuota(lead, id, 50);

    const steps = await queries().stepsOf(partner.dispatcher, id);

    expect(
      steps.map(({ toState, fromQuotaM3, toQuotaM3 }) => [toState, fromQuotaM3, toQuotaM3]),
    ).toEqual([
      ['offered', null, 40],
      ['accepted', 40, 40],
      ['accepted', 40, 50],
    ]);
    expect(steps.map(({ enterpriseName }) => enterpriseName.endsWith(lead.enterpriseId))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('moves volume to and fro while the pour is under way', async () => {
    const { orderId, id, shareOrderId } = await agree(40);

    await moveQuota(lead, id, 65);
    expect([await openM3(orderId), await openM3(shareOrderId)]).toEqual([
      [10, 10, 10, 5],
      [10, 10, 10, 10, 10, 10, 5],
    ]);
    await moveQuota(lead, id, 20);
    expect((await wholeOf(orderId)).order.plannedM3).toBe(80);
    expect(await openM3(shareOrderId)).toEqual([10, 10]);
  });

  it('never moves a quota below what the partner has begun', async () => {
    const { id, shareOrderId } = await agree(40);
    await begin(shareOrderId);

    await expect(moveQuota(lead, id, 9)).rejects.toMatchObject({
      code: 'JOINT_QUOTA_BELOW_BEGUN',
      details: { begunM3: 10 },
    });
    await expect(step(lead, id, 'withdrawn')).rejects.toMatchObject({ code: 'JOINT_SHARE_BEGUN' });
    await moveQuota(lead, id, 10);
    expect(await openM3(shareOrderId)).toEqual([10]);
  });

  it('never moves a quota above what the lead has left', async () => {
    const { id } = await agree(40);

    await expect(moveQuota(lead, id, 100)).rejects.toMatchObject({
      code: 'JOINT_QUOTA_TOO_HIGH',
      details: { belowM3: 100 },
    });
    await expect(moveQuota(partner, id, 30)).rejects.toMatchObject({ code: 'JOINT_LEAD_DECIDES' });
  });

  it('refuses a second offer to the same plant, and one that is out of range', async () => {
    const orderId = await enter();
    await offer(orderId, 20);
    const far = await buildWorks(database.dataSource.manager, { radiusM: 2_000 });

    await expect(offer(orderId, 10)).rejects.toMatchObject({ code: 'JOINT_PLANT_TAKEN' });
    await expect(offer(orderId, 10, lead)).rejects.toMatchObject({ code: 'JOINT_PLANT_TAKEN' });
    await expect(offer(orderId, 10, far)).rejects.toMatchObject({ code: 'PLANT_OUT_OF_RADIUS' });
    await expect(offer(orderId, 80, stranger)).rejects.toMatchObject({
      code: 'JOINT_QUOTA_TOO_HIGH',
    });
    expect(
      (await queries().plantsFor(lead.dispatcher, orderId)).map(({ plantId }) => plantId),
    ).not.toContain(partner.plantId);
  });

  it('refuses an answer to an offer that has changed meanwhile', async () => {
    const id = await offer(await enter(), 40);
    await moveQuota(lead, id, 60);

    await expect(step(partner, id, 'accepted', '"1"')).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
  });

  it('is led by one: a partner neither grows nor calls off its share, and holds with the lead', async () => {
    const { orderId, shareOrderId } = await agree(40);
    const change = (by: ConcreteWorks, id: OrderId, state: 'on_hold' | 'firm' | 'cancelled') =>
      module.get(ChangeOrderStateService).change(by.dispatcher, id, { state, reason }, '*');
    const call = { call: 'one_more', m3: 8, callerName: '王工' } as const;

    await expect(change(partner, shareOrderId, 'cancelled')).rejects.toMatchObject({
      code: 'JOINT_LEAD_DECIDES',
    });
    await expect(
      module.get(TakeOrderCallService).take(partner.dispatcher, shareOrderId, call),
    ).rejects.toMatchObject({ code: 'JOINT_LEAD_DECIDES' });
    await expect(change(lead, orderId, 'cancelled')).rejects.toMatchObject({
      code: 'JOINT_SHARES_STAND',
    });
    await change(lead, orderId, 'on_hold');
    expect((await wholeOf(shareOrderId)).order.state).toBe('on_hold');
    await change(lead, orderId, 'firm');
    expect((await wholeOf(shareOrderId)).order.state).toBe('firm');
  });

  it('gives a partner’s trucks the way to the site as if it were their own', async () => {
    const { shareOrderId } = await agree(40);

    await begin(shareOrderId);

    const { order, assignments } = await module
      .get(OrderQueries)
      .getWhole(partner.dispatcher, shareOrderId);
    expect(order.siteName).toBe('一号楼');
    expect(assignments).toHaveLength(1);
  });

  it('is carried forward by the partner as any order that is not finished', async () => {
    const { id, shareOrderId } = await agree(30);
    const tomorrow = { firstOnSiteAt: addMinutes(now, 1_560), plannedM3: 20 };
    const carry = (by: ConcreteWorks, from: OrderId, at = tomorrow) =>
      module.get(CarryForwardService).carry(by.dispatcher, from, at, '*');

    await expect(carry(lead, shareOrderId)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    const carried = await carry(partner, shareOrderId);

    expect(carried).toMatchObject({
      enterpriseId: partner.enterpriseId,
      plantId: partner.plantId,
      plannedM3: 20,
      isPumpNeeded: false,
      carriedFromOrderId: shareOrderId,
      state: 'firm',
    });
    expect((await wholeOf(shareOrderId)).order.state).toBe('closed');
    await expect(step(partner, id, 'withdrawn')).resolves.toBeUndefined();
    const again = { firstOnSiteAt: addMinutes(now, 3_000), plannedM3: 10 };
    expect(await carry(partner, carried.id, again)).toMatchObject({ plannedM3: 10 });
  });
});
