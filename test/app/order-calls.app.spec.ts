import { randomUUID } from 'node:crypto';
import type { BulkOrderCallView, OrderDetailView, SiteView } from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const caller = { callerName: '李工', callerPhone: '13900001111' };
const wanted = ({ loads }: OrderDetailView) => loads.filter(({ state }) => state !== 'dropped');
const volumesOf = (order: OrderDetailView) => wanted(order).map(({ plannedM3 }) => plannedM3);

/** A rectangle around a place so many km east of the plant, a kilometre to each side. */
function around(km: number) {
  const [{ lng: west }, { lng: east, lat }] = [eastOfPlant(km - 1), eastOfPlant(km + 1)];
  const [south, north] = [lat - 0.01, lat + 0.01];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

describe('the calls of a day', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let order: OrderDetailView;

  const call = (id: string, body: object) =>
    works.dispatcher.post(`orders/${id}/calls`, { ...caller, ...body });
  const callsOf = (id: string) =>
    server.database.dataSource.query(
      `SELECT call, m3, caller_name FROM order_call WHERE order_id = $1 ORDER BY taken_at`,
      [id],
    );

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    site = await works.addSite({ position: eastOfPlant(8) });
    await works.addRegisteredMixer();
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    order = await works.order(site, { plannedM3: 36 });
  });

  it('make a pour slower, load after load', async () => {
    const slower = await sent<OrderDetailView>(
      call(order.id, { call: 'slower', rateM3PerHour: 18 }),
    );

    const [first] = order.loads;
    expect(slower).toMatchObject({ rateM3PerHour: 18, plannedM3: 36 });
    expect(slower.loads.map(({ dueAt }) => dueAt)).toEqual(
      [0, 40, 80].map((minutes) => addMinutes(new Date(first!.dueAt), minutes).toISOString()),
    );
  });

  it('hold a pour and let it go on', async () => {
    expect(await sent(call(order.id, { call: 'hold' }))).toMatchObject({ state: 'on_hold' });
    expect(await sent(call(order.id, { call: 'resume' }))).toMatchObject({ state: 'firm' });
    expect(await callsOf(order.id)).toMatchObject([{ call: 'hold' }, { call: 'resume' }]);
  });

  it('bring one more load, with who called', async () => {
    const more = await sent<OrderDetailView>(call(order.id, { call: 'one_more', m3: 6 }));

    expect(volumesOf(more)).toEqual([12, 12, 12, 6]);
    expect(more.plannedM3).toBe(42);
    expect(await callsOf(order.id)).toEqual([{ call: 'one_more', m3: 6, caller_name: '李工' }]);
  });

  it('end a pour with a last load, and take back who was told of more', async () => {
    const mixer = await works.addRegisteredMixer();
    const driver = await works.addDriver();
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    await sent(works.dispatcher.post(`loads/${order.loads[2]!.id}/assignment`, pair));

    const ended = await sent<OrderDetailView>(call(order.id, { call: 'last_load', m3: 5 }));

    expect(volumesOf(ended)).toEqual([5]);
    expect(ended).toMatchObject({ plannedM3: 5, state: 'firm', assignedLoadCount: 0 });
  });

  it('end a pour with another volume than somebody was told of, who is told no more of it', async () => {
    const mixer = await works.addRegisteredMixer();
    const driver = await works.addDriver();
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    await sent(works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair));

    const ended = await sent<OrderDetailView>(call(order.id, { call: 'last_load', m3: 5 }));

    expect(wanted(ended)).toMatchObject([{ plannedM3: 5, state: 'planned', assignment: null }]);
  });

  it('leave a last load with whom was told of just that', async () => {
    const mixer = await works.addRegisteredMixer();
    const driver = await works.addDriver();
    const pair = { vehicleId: mixer.id, driverId: driver.id };
    await sent(works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair));

    const ended = await sent<OrderDetailView>(call(order.id, { call: 'last_load', m3: 12 }));

    expect(wanted(ended)).toMatchObject([{ plannedM3: 12, state: 'released' }]);
  });

  it('show what is poured, on the road and left, and the final figure, which a site gives once', async () => {
    const before = await sent<OrderDetailView>(works.dispatcher.get(`orders/${order.id}`));
    const ended = await sent<OrderDetailView>(call(order.id, { call: 'last_load', m3: 5 }));

    const again = await call(order.id, { call: 'last_load', m3: 7 });

    expect(before).toMatchObject({
      deliveredM3: 0,
      onRoadM3: 0,
      remainingM3: before.plannedM3,
      lastLoad: null,
    });
    expect(ended).toMatchObject({
      remainingM3: 5,
      lastLoad: { m3: 5, callerName: caller.callerName },
    });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'LAST_LOAD_SAID', details: { m3: 5, callerName: caller.callerName } },
    });
    const after = await sent<OrderDetailView>(works.dispatcher.get(`orders/${order.id}`));
    expect(after).toMatchObject({ plannedM3: 5, lastLoad: ended.lastLoad });
    const more = await sent<OrderDetailView>(call(order.id, { call: 'one_more', m3: 2 }));
    expect(more.remainingM3).toBe(7);
  });

  it('are refused for a load that no drum holds', async () => {
    expect(await call(order.id, { call: 'last_load', m3: 19 })).toMatchObject({
      status: 409,
      body: { code: 'LOAD_ABOVE_EVERY_DRUM', details: { m3: 19 } },
    });
    expect(await callsOf(order.id)).toEqual([]);
  });

  it('are not noted when nothing comes of them', async () => {
    const off = { state: 'cancelled', reason: '改期' };
    await sent(works.dispatcher.post(`orders/${order.id}/state`, off, { 'if-match': '*' }));

    expect(await call(order.id, { call: 'hold' })).toMatchObject({ status: 409 });
    expect(await callsOf(order.id)).toEqual([]);
  });

  it('are refused when they lack what they are about, or come too late', async () => {
    expect(await call(order.id, { call: 'one_more' })).toMatchObject({
      status: 400,
      body: { code: 'ORDER_CALL_INCOMPLETE', details: { lacks: 'm3' } },
    });
    const off = { state: 'cancelled', reason: '改期' };
    await sent(works.dispatcher.post(`orders/${order.id}/state`, off, { 'if-match': '*' }));
    expect(await call(order.id, { call: 'one_more', m3: 6 })).toMatchObject({
      status: 409,
      body: { code: 'ORDER_STATE_REFUSED' },
    });
    expect(await call(randomUUID(), { call: 'hold' })).toMatchObject({ status: 404 });
    const stranger = server.as('dispatcher', 'other');
    expect(
      await stranger.post(`orders/${order.id}/calls`, { ...caller, call: 'hold' }),
    ).toMatchObject({ status: 404 });
  });

  it('hold all pours of an area at once', async () => {
    const far = await works.order(await works.addSite({ position: eastOfPlant(14) }));
    const orders = { operatingOn: order.operatingOn, area: around(8) };

    const held = await sent<BulkOrderCallView>(
      works.dispatcher.post('order-calls', { ...caller, call: 'hold', orders }),
    );

    expect(held.items).toContainEqual({ orderId: order.id, code: null });
    expect(held.items.map(({ orderId }) => orderId)).not.toContain(far.id);
    const again = await sent<BulkOrderCallView>(
      works.dispatcher.post('order-calls', {
        ...caller,
        call: 'resume',
        orders: { ids: [order.id, far.id] },
      }),
    );
    expect(again.items).toEqual([
      { orderId: order.id, code: null },
      { orderId: far.id, code: 'ORDER_STATE_REFUSED' },
    ]);
  });
});

describe('an order like another one', () => {
  let server: TestServer;
  let works: EnteredWorks;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    await works.addRegisteredMixer();
  });
  afterAll(() => server?.close());

  it('has time, grade, place and volume stated anew, and the rest copied', async () => {
    const order = await works.order(await works.addSite(), {
      slumpMm: 200,
      pourKind: 'slab',
      gapMaxMin: 90,
    });
    const firstOnSiteAt = addMinutes(new Date(order.firstOnSiteAt), 1_440).toISOString();
    const stated = { firstOnSiteAt, grade: 'C35', pourLocation: '四层', plannedM3: 20 };
    const path = `orders/${order.id}/copies`;

    const copy = await sent<OrderDetailView>(works.dispatcher.post(path, stated));

    const { slumpMm, siteId, pourKind, gapMaxMin } = order;
    expect(copy).toMatchObject({ ...stated, slumpMm, siteId, pourKind, gapMaxMin, state: 'firm' });
    expect(copy.id).not.toBe(order.id);
    const { plannedM3: _volume, ...unstated } = stated;
    expect(await works.dispatcher.post(path, unstated)).toMatchObject({ status: 400 });
  });

  it('is ready when its site says so', async () => {
    const order = await works.order(await works.addSite());

    await sent(works.dispatcher.post(`orders/${order.id}/site-readiness`, { isReady: true }));

    const [row] = await server.database.dataSource.query(
      `SELECT is_site_ready FROM pour_order WHERE id = $1`,
      [order.id],
    );
    expect(row).toEqual({ is_site_ready: true });
  });
});
