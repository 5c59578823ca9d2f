import { DecidePlantLicenceService } from '@tongyun/fleet';
import { addMinutes, type LoadId, newId, type OrderId, type TripId } from '@tongyun/kernel';
import { SetPolicyService } from '@tongyun/policy';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { APlantDesk, type CrewedTrip } from '../../../../test/support/a-plant-desk.js';
import { anOrder, aSite } from '../../../../test/support/concrete-works.js';
import { anAuthority, anEmployee } from '../../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { CreateOrderService } from '../create-order.service.js';
import { CreateSiteService } from '../create-site.service.js';
import { AcceptanceEntity, OrderEntity, TicketEntity } from '../data/index.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { DivertTripService } from '../divert-trip.service.js';
import { DriverDayQueries } from '../driver-day-queries.service.js';
import { OrderQueries } from '../order-queries.service.js';
import { RecordBatchService } from '../plant-desk/record-batch.service.js';
import { SettleBatchService } from '../plant-desk/settle-batch.service.js';
import { RecordStageService } from '../record-stage.service.js';
import type { TripStage } from '../rules/stages.js';
import { TakeOrderCallService } from '../take-order-call.service.js';
import { IssueTicketService } from './issue-ticket.service.js';
import { RecordAcceptanceService } from './record-acceptance.service.js';
import { RecordPapersService } from './record-papers.service.js';
import { TripPapersQueries } from './trip-papers-queries.service.js';
import { VoidTicketService } from './void-ticket.service.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('delivery tickets', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let desk: APlantDesk;
  let load: CrewedTrip;
  let now = at('00:00');

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
    now = at('00:00');
    desk = await APlantDesk.open(module, database.dataSource.manager);
    load = await desk.aTrip(at('01:30'), {
      terms: {
        contractNo: 'HT-2026-18',
        mixDesignNo: null,
        unitPriceCny: 420,
        salesRepName: '王经理',
        salesRepPhone: null,
        note: null,
      },
    });
    now = at('00:40');
  });

  const tripId = () => load.trip.id as TripId;
  const record = (change: object = {}) =>
    module.get(RecordBatchService).record(desk.desk, {
      tripId: load.trip.id,
      vehicleId: load.mixer.id,
      plantId: desk.works.plantId,
      grade: 'C30',
      batchedM3: 12,
      batchedAt: now,
      lineId: desk.lineId,
      ...change,
    });
  const weigh = (kind: 'tare' | 'gross', kg: number) => {
    now = addMinutes(now, 1);
    const said = { kind, kg, source: 'weighbridge', weighedAt: now } as const;
    return module.get(RecordPapersService).weigh(desk.desk, tripId(), said);
  };
  const issue = () => module.get(IssueTicketService).issue(desk.desk, tripId());
  const suspend = () =>
    module
      .get(DecidePlantLicenceService)
      .decide(anAuthority('concrete_admin'), desk.works.plantId, {
        licenceState: 'suspended',
        licenceNo: null,
        isBranch: false,
        reason: '停产整顿',
      });
  const makeVoid = (id: string) =>
    module.get(VoidTicketService).makeVoid(desk.desk, id, '工程部位有误');
  const papers = () => module.get(TripPapersQueries).get(desk.desk, tripId());
  const driverOf = ({ driver }: CrewedTrip) => ({
    ...anEmployee(desk.works.enterpriseId, 'driver'),
    driverId: driver.id,
  });
  const accept = (ticketId: string, change: object = {}, by = driverOf(load)) => {
    now = addMinutes(now, 1);
    return module.get(RecordAcceptanceService).record(by, {
      id: newId<string>(),
      ticketId,
      slumpMm: 175,
      signedM3: 12,
      refusedM3: 0,
      refusedReason: null,
      returnedM3: 0,
      signerName: '李工',
      signature: {
        width: 300,
        height: 120,
        strokes: [
          [
            [1, 2],
            [30, 40],
          ],
        ],
      },
      signedAt: now,
      ...change,
    });
  };
  const reach = (stage: TripStage) => {
    now = addMinutes(now, 10);
    return module.get(RecordStageService).record(desk.works.dispatcher, {
      claimId: newId<string>(),
      tripId: tripId(),
      stage,
      at: now,
      receivedAt: now,
      evidence: 'dispatcher',
    });
  };
  /** Sends it on to another order, after the first site took so much of it. */
  async function divert(takenM3: number): Promise<{ orderId: OrderId; orderNo: string }> {
    const { dispatcher } = desk.works;
    const site = await module
      .get(CreateSiteService)
      .create(dispatcher, aSite(desk.works, { name: '二号楼' }));
    const wanted = anOrder(desk.works, site.id, at('03:00'));
    const { id: orderId, orderNo } = await module
      .get(CreateOrderService)
      .create(dispatcher, wanted);
    const { loads } = await module.get(OrderQueries).getWhole(dispatcher, orderId);
    const goal = { kind: 'order', orderId, loadId: loads[0]!.id as LoadId } as const;
    now = addMinutes(now, 5);
    await module.get(DivertTripService).divert(
      dispatcher,
      tripId(),
      {
        goal,
        takenM3,
        reason: '一号楼停工',
        approvedBy: '生产部李经理',
        endsAt: addMinutes(now, 60),
        figures: {},
        overridden: [],
      },
      '*',
    );
    return { orderId, orderNo };
  }
  const volumesOf = (orderId: OrderId) =>
    module.get(OrderQueries).get(desk.works.dispatcher, orderId);
  const order = () => module.get(OrderQueries).get(desk.works.dispatcher, load.trip.orderId);

  it('say what the desk knows, and leave blank what the order does not state', async () => {
    await record();
    await weigh('tare', 14_020);
    await weigh('gross', 42_900);
    await module.get(RecordPapersService).test(desk.desk, tripId(), {
      slumpMm: 180,
      temperatureC: 21.5,
      inspectorName: '试验员陈',
      testedAt: now,
    });

    const { tickets } = await issue();

    expect(tickets).toHaveLength(1);
    expect(tickets[0]).toMatchObject({ ticketNo: '20261123-0001', state: 'issued' });
    expect(tickets[0]!.content).toMatchObject({
      buyerName: '中建',
      projectName: '滨江苑',
      contractNo: 'HT-2026-18',
      mixDesignNo: null,
      salesRepName: '王经理',
      grade: 'C30',
      slumpMm: 180,
      lineName: '1号线',
      plateNo: load.mixer.plateNo,
      driverName: '张师傅',
      m3: 12,
      cumM3: 12,
      cumLoads: 1,
      orderedM3: 12,
      tareKg: 14_020,
      grossKg: 42_900,
      netKg: 28_880,
      exWorksTest: { slumpMm: 180, temperatureC: 21.5, inspectorName: '试验员陈' },
    });
  });

  it('are numbered by enterprise and operating day', async () => {
    await record();
    await issue();
    load = await desk.aTrip(at('03:30'));
    await record();
    const { tickets } = await issue();

    expect(tickets[0]!.ticketNo).toBe('20261123-0002');
  });

  it('weigh again by one more row, and the latest counts', async () => {
    await record();
    await weigh('gross', 20_000);
    await weigh('gross', 42_800);

    const { weighings, weights } = await papers();

    expect(weighings.map(({ kg }) => kg)).toEqual([20_000, 42_800]);
    expect(weights).toMatchObject({ tareSource: 'registered', netKg: 28_800, notices: [] });
  });

  it('show what tests find beyond the limits in force, and whose word these are', async () => {
    const test = (slumpMm: number) =>
      module.get(RecordPapersService).test(desk.desk, tripId(), {
        slumpMm,
        temperatureC: 36,
        inspectorName: '试验员陈',
        testedAt: now,
      });
    await record();
    await test(140);
    expect((await papers()).quality).toMatchObject([
      { code: 'slump_low', where: 'plant', value: 140, limit: 150, policyVersion: 'shipped' },
      { code: 'temperature_high', where: 'plant', value: 36, limit: 35 },
    ]);

    await module.get(SetPolicyService).set(desk.desk, {
      key: 'quality.temperature_max_c',
      scope: `enterprise:${desk.works.enterpriseId}`,
      value: 38,
      effectiveFrom: now,
      source: '企业夏季施工方案',
      confidence: 'decided',
      reason: '高温季节',
    });
    now = addMinutes(now, 1);
    await test(175);
    const { tickets } = await issue();
    await accept(tickets[0]!.id, { slumpMm: 220 });

    expect((await papers()).quality).toEqual([
      expect.objectContaining({ code: 'slump_high', where: 'site', value: 220, limit: 210 }),
    ]);
  });

  it('wait until somebody has settled what does not fit the trip', async () => {
    const batch = await record({ grade: 'C35' });

    await expect(issue()).rejects.toMatchObject({
      code: 'BATCH_NOT_SETTLED',
      details: { mismatches: [{ code: 'another_grade', batchRecordId: batch.id }] },
    });
    await module
      .get(SettleBatchService)
      .settle(desk.desk, batch.id, { decision: 'stands', reason: '工地同意用C35' });

    expect((await issue()).tickets).toHaveLength(1);
  });

  it('are not issued for a truck that another trip’s concrete went into', async () => {
    const right = load;
    load = await desk.aTrip(at('02:30'));
    await record();
    const wrongTruck = load.mixer.id;
    load = right;
    await record({ vehicleId: wrongTruck });

    await expect(issue()).rejects.toMatchObject({ code: 'BATCH_NOT_SETTLED' });
  });

  it('need concrete', async () => {
    await expect(issue()).rejects.toMatchObject({ code: 'TICKET_NEEDS_BATCH' });
  });

  it('are one for a trip until it is made void; the new one has its own number', async () => {
    await record();
    const { tickets } = await issue();
    await expect(issue()).rejects.toMatchObject({ code: 'TICKET_EXISTS' });

    await module.get(VoidTicketService).makeVoid(desk.desk, tickets[0]!.id, '打印错误');
    const again = await issue();

    expect(again.tickets.map(({ ticketNo, state }) => [ticketNo, state])).toEqual([
      ['20261123-0002', 'issued'],
      ['20261123-0001', 'void'],
    ]);
    expect(again.tickets[0]!.content.cumM3).toBe(12);
    expect(
      await database.dataSource.getRepository(TicketEntity).findOneByOrFail({ id: tickets[0]!.id }),
    ).toMatchObject({ voidReason: '打印错误', voidedBy: desk.desk.userId });
  });

  it('are held back where a plant may not supply, but not from a load on the road', async () => {
    await record();
    const { tickets } = await issue();
    await makeVoid(tickets[0]!.id);
    await suspend();
    await expect(issue()).rejects.toMatchObject({ code: 'PLANT_NOT_LICENSED' });

    await reach('en_route');

    const onTheRoad = await issue();
    await makeVoid(onTheRoad.tickets[0]!.id);
    expect((await issue()).tickets.map(({ state }) => state)).toEqual(['issued', 'void', 'void']);
  });

  it('are on the driver’s phone, and signed there once', async () => {
    await record();
    const { tickets } = await issue();
    const day = await module.get(DriverDayQueries).get(driverOf(load), load.driver.id);
    const id = newId<string>();

    await accept(tickets[0]!.id, { id });
    await accept(tickets[0]!.id, { id, signedM3: 3 });

    expect(day.ticket?.ticketNo).toBe(tickets[0]!.ticketNo);
    expect((await papers()).tickets[0]).toMatchObject({
      state: 'accepted',
      acceptance: { id, signedM3: 12, signerName: '李工', slumpMm: 175 },
    });
  });

  it('are not another driver’s to have signed', async () => {
    await record();
    const { tickets } = await issue();
    const other = await desk.aTrip(at('03:30'));

    await expect(accept(tickets[0]!.id, {}, driverOf(other))).rejects.toMatchObject({
      code: 'TICKET_NOT_FOUND',
    });
  });

  it('open the order again when a part was refused, until the rest has come', async () => {
    await record();
    const { tickets } = await issue();
    await reach('unloading');
    await reach('unloaded');
    const before = await order();
    await accept(tickets[0]!.id, {
      signedM3: 9,
      refusedM3: 2,
      refusedReason: '坍落度偏大',
      returnedM3: 1,
    });
    const after = await order();

    expect(before).toMatchObject({ state: 'complete', deliveredM3: 12 });
    expect(after).toMatchObject({ state: 'pouring', deliveredM3: 9 });
    await accept(tickets[0]!.id);
    expect(await order()).toMatchObject({ state: 'complete', deliveredM3: 12 });
    expect(
      await database.dataSource.getRepository(AcceptanceEntity).countBy({ tripId: tripId() }),
    ).toBe(2);
  });

  it('leave a short pour open for one more load', async () => {
    await record();
    const { tickets } = await issue();
    await reach('unloaded');
    await accept(tickets[0]!.id, { signedM3: 9, returnedM3: 3 });

    await module.get(TakeOrderCallService).take(desk.works.dispatcher, load.trip.orderId, {
      call: 'one_more',
      m3: 3,
      callerName: '李工',
    });

    const { loads, order: open } = await module
      .get(OrderQueries)
      .getWhole(desk.works.dispatcher, load.trip.orderId);
    expect(open.state).toBe('pouring');
    expect(loads.map(({ state, plannedM3 }) => [state, plannedM3])).toEqual([
      ['returned_part', 12],
      ['planned', 3],
    ]);
  });

  it('refused whole send the truck back and the load to be planned again', async () => {
    await record();
    const { tickets } = await issue();
    await reach('at_site');
    await accept(tickets[0]!.id, { signedM3: 0, refusedM3: 12, refusedReason: '离析' });

    const { loads } = await module
      .get(OrderQueries)
      .getWhole(desk.works.dispatcher, load.trip.orderId);
    expect((await papers()).trip.stage).toBe('refused');
    expect(loads[0]).toMatchObject({ state: 'planned' });
    expect(
      await database.dataSource
        .getRepository(OrderEntity)
        .findOneByOrFail({ id: load.trip.orderId }),
    ).toMatchObject({ state: 'firm' });
  });

  it('take no more back than they say was there', async () => {
    await record();
    const { tickets } = await issue();

    await expect(
      accept(tickets[0]!.id, { refusedM3: 8, refusedReason: '离析', returnedM3: 5 }),
    ).rejects.toMatchObject({ code: 'ACCEPTANCE_ABOVE_TICKET' });
  });

  it('keep what was signed when a wrong one is made void and issued anew', async () => {
    await record();
    const { tickets } = await issue();
    await accept(tickets[0]!.id);
    await module.get(VoidTicketService).makeVoid(desk.desk, tickets[0]!.id, '单价有误');

    const [again] = (await issue()).tickets;

    expect(again).toMatchObject({ state: 'accepted', acceptance: { signerName: '李工' } });
  });

  it('of a diverted load name where it goes and the first one, which stays as it was printed', async () => {
    await record();
    const [first] = (await issue()).tickets;
    await reach('en_route');
    const { orderId, orderNo } = await divert(0);

    const [second, before] = (await papers()).tickets;

    expect(second).toMatchObject({ state: 'issued', orderId, m3: 12 });
    expect(second!.content).toMatchObject({
      orderNo,
      siteName: '二号楼',
      m3: 12,
      cumM3: 12,
      replaces: { ticketNo: first!.ticketNo, orderNo: first!.content.orderNo, grade: 'C30' },
    });
    expect(before).toMatchObject({
      id: first!.id,
      state: 'replaced',
      replacedByNo: second!.ticketNo,
      voidReason: '一号楼停工',
      content: first!.content,
    });
  });

  it('of a diverted load count for each order what it took, whenever the first site signs', async () => {
    await record();
    const [first] = (await issue()).tickets;
    await reach('at_site');
    await reach('unloading');
    const { orderId } = await divert(4);
    // The driver's phone had no signal when the first site signed for its share.
    await accept(first!.id, { signedM3: 4, returnedM3: 8 });
    await reach('at_site');
    await reach('unloaded');
    const [second, before] = (await papers()).tickets;
    await accept(second!.id, { signedM3: 8 });

    expect(second).toMatchObject({ m3: 8, acceptance: null });
    expect(before).toMatchObject({ state: 'replaced', acceptance: { signedM3: 4 } });
    expect((await order()).deliveredM3).toBe(4);
    expect((await volumesOf(orderId)).deliveredM3).toBe(8);
    expect((await papers()).tickets[0]).toMatchObject({ state: 'accepted' });
  });

  it('of a diverted load are issued for what is left in the drum when it left without one', async () => {
    await record();
    await reach('at_site');
    await divert(4);

    const [only] = (await issue()).tickets;

    expect(only).toMatchObject({ m3: 8, content: { siteName: '二号楼', replaces: null } });
  });
});
