import { randomUUID } from 'node:crypto';
import type {
  AlertMuteList,
  DayPlanView,
  DiversionOffersView,
  DiversionOfferView,
  DiversionView,
  DriverDayView,
  OrderDetailView,
  OrderDiversionList,
  PlanOutcomeView,
  Refusal,
  SiteView,
  TicketView,
  TripPapersView,
  TripView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { type ApiAnswer, type ApiClient, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { openRoundTheClock } from '../support/decide-policies.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { type StartedTrip, startTrip } from '../support/start-trip.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const ago = (min: number): Date => addMinutes(new Date(), -min);
const allowed = { reason: '原工地泵车故障', approvedBy: '王总工' };
const codeOf = ({ body }: ApiAnswer): string => (body as Refusal).code;

interface Change {
  readonly who?: ApiClient;
  readonly version?: number;
  readonly takenM3?: number;
  readonly overrideReason?: string;
}

/** The first spec of a run makes the migrated database that all others start from. */
const READY_WITHIN_MS = 180_000;

describe('concrete on the road', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let second: SiteView;
  let started: StartedTrip;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    second = await works.addSite({ name: '二号楼', position: eastOfPlant(11) });
  }, READY_WITHIN_MS);
  afterAll(() => server?.close());
  beforeEach(async () => {
    const [vehicle, driver] = [await works.addRegisteredMixer(), await works.addDriver()];
    started = await startTrip(server, works, { vehicle, driver, since: ago(20) });
    await recordStage('en_route', 12);
  });

  const dispatcher = (): ApiClient => works.dispatcher;
  const recordStage = (stage: string, min: number, reason?: string) =>
    sent<TripView>(
      dispatcher().post(`trips/${started.trip.id}/stages`, {
        id: randomUUID(),
        stage,
        at: ago(min),
        reason,
      }),
    );
  const tripNow = () => sent<TripView>(dispatcher().get(`trips/${started.trip.id}`));
  const orderNow = (id: string) => sent<OrderDetailView>(dispatcher().get(`orders/${id}`));
  const diversionsAt = async ({ id }: { readonly id: string }) => {
    const { items } = await sent<OrderDiversionList>(dispatcher().get(`orders/${id}/diversions`));
    return items;
  };
  const offersNow = (takenM3 = 0, who = dispatcher()) =>
    sent<DiversionOffersView>(
      who.get(`trips/${started.trip.id}/diversion-offers?takenM3=${takenM3}`),
    );
  const offerFor = async ({ id }: OrderDetailView, takenM3 = 0): Promise<DiversionOfferView> => {
    const { offers } = await offersNow(takenM3);
    return offers.find(({ orderId }) => orderId === id)!;
  };
  const divert = async (
    goal: object,
    { who = dispatcher(), version, ...change }: Change = {},
  ): Promise<ApiAnswer> =>
    who.post(
      `trips/${started.trip.id}/diversions`,
      { goal, ...allowed, ...change },
      { 'if-match': `"${version ?? (await tripNow()).version}"` },
    );

  const papersNow = () => sent<TripPapersView>(dispatcher().get(`trips/${started.trip.id}/papers`));
  const mutes = async () => {
    const { items } = await sent<AlertMuteList>(dispatcher().get('alert-mutes'));
    return items.filter(({ tripId }) => tripId === started.trip.id);
  };

  it('is offered to what it fits, with figures, and to nothing without its reasons', async () => {
    const fits = await works.order(second, { plannedM3: 24 });
    const stronger = await works.order(second, { grade: 'C40' });
    const dry = await works.order(second, { slumpMm: 120 });
    const small = await works.order(second, { plannedM3: 6 });

    const { offers, carriedM3, grade } = await offersNow();

    expect({ carriedM3, grade }).toEqual({ carriedM3: 12, grade: 'C30' });
    const of = ({ id }: OrderDetailView) => offers.find(({ orderId }) => orderId === id)!;
    expect(of(fits)).toMatchObject({
      kind: 'order',
      mayDivert: true,
      against: [],
      reasons: [],
      isSameSite: false,
      figures: { openM3: 24, loadM3: 12, lifeMin: 90, rangeLimitM: 20_000 },
    });
    expect(of(fits).figures.ageAtEndMin).toBeGreaterThan(of(fits).figures.ageNowMin!);
    const against = (order: OrderDetailView) => of(order).against.map(({ code }) => code);
    expect(against(stronger)).toEqual(['grade_too_low']);
    expect(against(dry)).toEqual(['slump_outside_tolerance']);
    expect(against(small)).toEqual(['volume_not_needed']);
    expect(offers.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['place', 'plant']));
    const ranks = offers.map(({ mayDivert }) => mayDivert);
    expect(ranks).toEqual(ranks.toSorted((one, other) => Number(other) - Number(one)));
    expect(offers.findIndex(({ kind }) => kind === 'plant')).toBeGreaterThan(
      offers.findIndex(({ orderId }) => orderId === fits.id),
    );
  });

  it('is offered to pours of the day that begins next, while it lives', async () => {
    const [today, soon, late] = [
      await works.order(second, { plannedM3: 24 }),
      await works.order(second, { plannedM3: 24 }),
      await works.order(second, { plannedM3: 24, firstOnSiteAt: addMinutes(new Date(), 300) }),
    ];
    const { operatingOn } = await orderNow(started.trip.orderId);
    await server.database.dataSource.query(
      `UPDATE pour_order SET operating_on = $1::date + 1 WHERE id = ANY($2::uuid[])`,
      [operatingOn, [soon.id, late.id]],
    );

    const { offers } = await offersNow();

    const offered = offers.map(({ orderId }) => orderId);
    expect(offered).toEqual(expect.arrayContaining([today.id, soon.id]));
    expect(offered).not.toContain(late.id);
  });

  it('goes to another order: the trip keeps its batch, the first order is open again', async () => {
    const to = await works.order(second, { plannedM3: 24 });
    const before = await tripNow();

    const diversion = await sent<DiversionView>(divert({ kind: 'order', orderId: to.id }));

    expect(diversion).toMatchObject({ kind: 'order', toOrderId: to.id, carriedM3: 12, ...allowed });
    const after = await tripNow();
    expect(after).toMatchObject({
      orderId: to.id,
      siteId: second.id,
      stage: 'en_route',
      nextStage: 'at_site',
      batchedM3: 12,
      batchedAt: before.batchedAt,
      diversion: { fromOrderNo: before.orderNo, approvedBy: allowed.approvedBy },
    });
    expect(await orderNow(started.order.id)).toMatchObject({
      state: 'firm',
      onRoadM3: 0,
      loads: [{ state: 'planned', assignment: null }],
    });
    const served = await orderNow(to.id);
    expect(served).toMatchObject({ state: 'released', onRoadM3: 12 });
    expect(served.loads.map(({ state }) => state).toSorted()).toEqual(['on_trip', 'planned']);
    const day = await sent<DriverDayView>(started.phone.get('driver/day'));
    expect(day.trip).toMatchObject({ siteName: '二号楼', diversion: { kind: 'order' } });
  });

  it('is shown at both orders with who allowed it, and to nobody else', async () => {
    const to = await works.order(second, { plannedM3: 24 });
    await recordStage('at_site', 3);
    await sent(divert({ kind: 'order', orderId: to.id }, { takenM3: 4.5 }));

    const [left, came] = [await diversionsAt(started.order), await diversionsAt(to)];
    expect(left).toEqual(came);
    expect(left).toMatchObject([
      {
        kind: 'order',
        plateNo: started.trip.plateNo,
        fromOrderNo: started.order.orderNo,
        toOrderNo: to.orderNo,
        toSiteName: '二号楼',
        takenM3: 4.5,
        carriedM3: 7.5,
        ...allowed,
      },
    ]);
    const other = await server.as('dispatcher', 'other').get(`orders/${to.id}/diversions`);
    expect(codeOf(other)).toBe('ORDER_NOT_FOUND');
  });

  it('is delivered where it went, and what a driver tapped at the former site is settled', async () => {
    const to = await works.order(second, { plannedM3: 12 });
    await sent(divert({ kind: 'order', orderId: to.id }));

    const tap = { id: randomUUID(), tripId: started.trip.id, stage: 'at_site', claimedAt: ago(5) };
    const { results } = await sent<{ results: object[] }>(
      started.phone.post('driver/claims', { claims: [tap] }),
    );
    expect(results).toMatchObject([{ outcome: 'to_settle', reason: 'before_diversion' }]);

    for (const stage of ['at_site', 'unloading', 'unloaded']) await recordStage(stage, 0);
    expect(await orderNow(to.id)).toMatchObject({ state: 'complete', deliveredM3: 12 });
    expect(await orderNow(started.order.id)).toMatchObject({ state: 'firm', deliveredM3: 0 });
  });

  it('leaves at each order what it took, to the last hundredth', async () => {
    const to = await works.order(second, { plannedM3: 12 });
    await recordStage('at_site', 3);
    await recordStage('unloading', 2);

    await sent(divert({ kind: 'order', orderId: to.id }, { takenM3: 4.5 }));
    const first = await orderNow(started.order.id);
    expect(first).toMatchObject({ state: 'pouring', deliveredM3: 4.5 });
    expect(first.loads.map(({ state, plannedM3 }) => [state, plannedM3])).toEqual([
      ['returned_part', 4.5],
      ['planned', 7.5],
    ]);

    for (const stage of ['at_site', 'unloading', 'unloaded']) await recordStage(stage, 0);
    const last = await orderNow(to.id);
    expect(last).toMatchObject({ state: 'pouring', deliveredM3: 7.5 });
    expect(last.loads.map(({ state, plannedM3 }) => [state, plannedM3])).toEqual([
      ['delivered', 7.5],
      ['planned', 4.5],
    ]);
  });

  it('is refused at the site in part, and the rest is offered and sent on', async () => {
    const to = await works.order(second, { plannedM3: 24 });
    await recordStage('at_site', 3);
    const refused = await sent<TripView>(
      dispatcher().post(`trips/${started.trip.id}/refusals`, {
        id: randomUUID(),
        at: ago(1),
        takenM3: 2,
        reason: '坍落度不合格',
      }),
    );
    expect(refused).toMatchObject({ stage: 'refused', takenElsewhereM3: 2 });
    expect(await orderNow(started.order.id)).toMatchObject({ deliveredM3: 2, state: 'pouring' });

    expect((await offersNow()).carriedM3).toBe(10);
    await sent(divert({ kind: 'order', orderId: to.id }));

    expect(await tripNow()).toMatchObject({ stage: 'en_route', orderId: to.id });
    expect(await orderNow(to.id)).toMatchObject({ onRoadM3: 10 });
    expect(await orderNow(started.order.id)).toMatchObject({ deliveredM3: 2 });
  });

  it('goes back to a plant without counting as delivered', async () => {
    await sent(divert({ kind: 'plant', plantId: works.plantId }));

    expect(await tripNow()).toMatchObject({ stage: 'diverted', nextStage: 'back_at_plant' });
    await recordStage('back_at_plant', 0);
    expect(await tripNow()).toMatchObject({ stage: 'diverted', nextStage: null });
    expect(await orderNow(started.order.id)).toMatchObject({
      deliveredM3: 0,
      onRoadM3: 0,
      loads: [{ state: 'planned' }],
    });
  });

  describe('with a ticket', () => {
    let first: TicketView;

    beforeEach(async () => {
      const desk = server.as('plant_desk', works.side);
      const issued = await sent<TripPapersView>(desk.post(`trips/${started.trip.id}/tickets`, {}));
      first = issued.tickets[0]!;
    });

    it('goes back to a plant without one, and gets none there', async () => {
      await sent(divert({ kind: 'plant', plantId: works.plantId }));

      const { tickets } = await papersNow();
      expect(tickets).toMatchObject([
        { id: first.id, state: 'void', voided: { reason: allowed.reason }, replacedByNo: null },
      ]);
      const desk = server.as('plant_desk', works.side);
      const again = await desk.post(`trips/${started.trip.id}/tickets`, {});
      expect(codeOf(again)).toBe('TICKET_LOAD_SENT_BACK');
      expect(await orderNow(started.order.id)).toMatchObject({ deliveredM3: 0, onRoadM3: 0 });
    });

    it('goes back to a plant and leaves one for what its site took', async () => {
      for (const stage of ['at_site', 'unloading']) await recordStage(stage, 3);

      await sent(divert({ kind: 'plant', plantId: works.plantId }, { takenM3: 4.5 }));

      const { tickets } = await papersNow();
      const left = tickets.find(({ id }) => id !== first.id)!;
      expect(left.content).toMatchObject({ m3: 4.5, cumM3: 4.5, cumLoads: 1 });
      expect(tickets.find(({ id }) => id === first.id)).toMatchObject({
        state: 'replaced',
        replacedByNo: left.ticketNo,
      });
      expect(await orderNow(started.order.id)).toMatchObject({ deliveredM3: 4.5, onRoadM3: 0 });
    });

    it('is open for what its site refused when it signed, and the plan brings it', async () => {
      await openRoundTheClock(server);
      const line = { name: `${randomUUID().slice(0, 4)}号线`, rateM3PerHour: 120 };
      await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
      const { id: orderId, operatingOn } = started.order;
      const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
      const { plan } = await sent<PlanOutcomeView>(dispatcher().post('day-plans', day));
      const plannedOf = ({ loads }: DayPlanView) =>
        loads.filter((load) => load.orderId === orderId && load.state === 'planned');
      expect(plannedOf(plan)).toEqual([]);
      for (const stage of ['at_site', 'unloading', 'unloaded']) await recordStage(stage, 0);
      expect(await orderNow(orderId)).toMatchObject({ state: 'complete', deliveredM3: 12 });

      await sent(
        started.phone.post('driver/acceptances', {
          id: randomUUID(),
          ticketId: first.id,
          slumpMm: 150,
          signedM3: 8,
          refusedM3: 3,
          refusedReason: '坍落度不合格',
          returnedM3: 1,
          signerName: '李工',
          signature: { width: 300, height: 120, strokes: [[[1, 2]]] },
          signedAt: new Date(),
        }),
      );

      expect(await orderNow(orderId)).toMatchObject({ state: 'pouring', deliveredM3: 8 });
      const query = `enterpriseId=${works.enterpriseId}&operatingOn=${operatingOn}`;
      await until(async () => {
        const [{ revision }]: [{ revision: number }] = await server.database.dataSource.query(
          `SELECT revision FROM day_plan WHERE id = $1`,
          [plan.id],
        );
        return revision > plan.revision;
      }, 30_000);
      const mended = await sent<DayPlanView>(dispatcher().get(`day-plans?${query}`));
      expect(plannedOf(mended).map(({ m3 }) => m3)).toEqual([3]);
      expect(mended.changes[0]).toMatchObject({ kind: 'event' });
    });
  });

  it('has the plan of its day follow at once', async () => {
    const to = await works.order(second, { plannedM3: 24 });
    const { operatingOn } = started.order;
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
    const query = `enterpriseId=${works.enterpriseId}&operatingOn=${operatingOn}`;
    const planNow = () => sent<DayPlanView>(dispatcher().get(`day-plans?${query}`));
    // The day was planned above; what its orders became since is mended by itself, maybe while it is planned anew.
    const planAnew = async (): Promise<PlanOutcomeView> => {
      const seen = { 'if-match': `"${(await planNow()).revision}"` };
      const answer = await dispatcher().post('day-plans', day, seen);
      return answer.status === 412 ? planAnew() : sent<PlanOutcomeView>(Promise.resolve(answer));
    };
    await planAnew();

    await sent(divert({ kind: 'order', orderId: to.id }));

    const told = `order_diverted: 0 → 12 ${allowed.approvedBy}`;
    const isTold = ({ note }: DayPlanView['changes'][number]) => note?.includes(told) === true;
    await until(async () => (await planNow()).changes.some(isTold), 30_000);
    const { loads } = await planNow();
    const { vehicleId } = started.trip;
    expect(loads).toContainEqual(
      expect.objectContaining({ orderId: to.id, vehicleId, state: 'started' }),
    );
  });

  it('goes to another place at its site, which the driver is told', async () => {
    await sent(divert({ kind: 'place', pourLocation: '地下室外墙' }));

    const day = await sent<DriverDayView>(started.phone.get('driver/day'));
    expect(day.trip).toMatchObject({ pourLocation: '地下室外墙', orderId: started.order.id });
    expect(await orderNow(started.order.id)).toMatchObject({ onRoadM3: 12 });
  });

  it('takes the place of a truck that has not begun, whose driver is told', async () => {
    const [vehicle, driver] = [await works.addRegisteredMixer(), await works.addDriver()];
    const to = await works.order(second, { plannedM3: 12 });
    const pair = { vehicleId: vehicle.id, driverId: driver.id };
    await sent(dispatcher().post(`loads/${to.loads[0]!.id}/assignment`, pair));
    expect((await offerFor(to)).displaces).toMatchObject({ vehicleId: vehicle.id });

    await sent(divert({ kind: 'order', orderId: to.id }));

    const phone = await server.signInPhone('own', driver.id);
    expect((await sent<DriverDayView>(phone.get('driver/day'))).trip).toBeNull();
    expect((await orderNow(to.id)).loads).toMatchObject([
      { state: 'on_trip', assignment: { vehicleId: started.trip.vehicleId } },
    ]);
  });

  it('is sent once when two dispatchers send it at once', async () => {
    const [one, other] = [
      await works.order(second, { plannedM3: 12 }),
      await works.order(second, { plannedM3: 12 }),
    ];
    const { version } = await tripNow();

    const answers = await Promise.all(
      [one, other].map(({ id }) => divert({ kind: 'order', orderId: id }, { version })),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412]);
    const roads = [await orderNow(one.id), await orderNow(other.id)].map(
      ({ onRoadM3 }) => onRoadM3,
    );
    expect(roads.toSorted()).toEqual([0, 12]);
  });

  it('is not sent by somebody who did not look, nor where it does not fit', async () => {
    const stronger = await works.order(second, { grade: 'C40' });
    const goal = { kind: 'order', orderId: stronger.id };
    const path = `trips/${started.trip.id}/diversions`;

    expect(codeOf(await dispatcher().post(path, { goal, ...allowed }))).toBe('DIVERSION_UNFIT');
    const fits = { kind: 'plant', plantId: works.plantId };
    expect(codeOf(await dispatcher().post(path, { goal: fits, ...allowed }))).toBe(
      'IF_MATCH_REQUIRED',
    );
    expect(codeOf(await divert({ kind: 'order', orderId: randomUUID() }))).toBe(
      'DIVERSION_GOAL_NOT_FOUND',
    );
    expect(codeOf(await divert(fits, { takenM3: 12 }))).toBe('DIVERSION_VOLUME_WRONG');
    expect(await tripNow()).toMatchObject({ stage: 'en_route', diversion: null });
  });

  it('mutes, visibly, what its new way raises', async () => {
    await sent(divert({ kind: 'plant', plantId: works.plantId }));

    await until(async () => (await mutes()).length === 2);
    const [mute] = (await mutes()).filter(({ code }) => code === 'over_radius');
    expect(mute).toMatchObject({ ground: 'diversion', reason: '原工地泵车故障 (王总工)' });
  });

  it('is not seen by another enterprise', async () => {
    const other = server.as('dispatcher', 'other');
    const path = `trips/${started.trip.id}/diversion-offers`;

    expect(codeOf(await other.get(path))).toBe('TRIP_NOT_FOUND');
    expect(codeOf(await other.get(`trips/${started.trip.id}/diversions`))).toBe('TRIP_NOT_FOUND');
  });

  it('is nothing to send on once it is discharged', async () => {
    for (const stage of ['at_site', 'unloading', 'unloaded']) await recordStage(stage, 0);

    const answer = await dispatcher().get(`trips/${started.trip.id}/diversion-offers`);
    expect(codeOf(answer)).toBe('TRIP_NOT_LOADED');
  });

  it('goes beyond the range of its plant only when the administration allows it', async () => {
    const other = await EnteredWorks.enter(server);
    const to = await other.order(second);
    const range = { radiusM: 10_000, effectiveFrom: ago(1), reason: 'licence cut' };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/ranges`, range));

    const { mayDivert, mayOverride, reasons } = await offerFor(to);
    expect({ mayDivert, mayOverride }).toEqual({ mayDivert: false, mayOverride: false });
    expect(reasons.map(({ code }) => code)).toContain('site_out_of_radius');
    const goal = { kind: 'order', orderId: to.id };
    const override = { overrideReason: 'rain stops the first pour' };
    expect(codeOf(await divert(goal, override))).toBe('ASSIGNMENT_NOT_PERMITTED');

    const diversion = await sent<DiversionView>(
      divert(goal, { who: server.as('concrete_admin'), ...override }),
    );
    expect(diversion.overridden).toMatchObject([{ code: 'site_out_of_radius' }]);
  });

  it('may not enter a zone for which its truck has no pass', async () => {
    const to = await works.order(await works.addSite({ position: eastOfPlant(5) }));
    await drawZone(server, 5);

    const offer = await offerFor(to);
    expect(offer).toMatchObject({ mayDivert: false, mayOverride: false });
    expect(offer.reasons.map(({ code }) => code)).toContain('no_pass');
  });
});
