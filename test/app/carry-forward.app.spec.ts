import { randomUUID } from 'node:crypto';
import type {
  AssignmentView,
  DriverDayView,
  OrderDetailView,
  OrderView,
  Refusal,
  SiteView,
  TripView,
  UnfinishedOrdersView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { type ApiAnswer, sent } from '../support/api-client.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTrip } from '../support/start-trip.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** From the order's own hour, so that it is another operating day whenever this runs. */
const dayAfter = ({ firstOnSiteAt }: OrderView): string =>
  addMinutes(new Date(firstOnSiteAt), 1_440).toISOString();
const codeOf = ({ body }: ApiAnswer): string => (body as Refusal).code;

describe('what is left of a day', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let order: OrderDetailView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    site = await works.addSite();
    await works.addRegisteredMixer();
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    order = await works.order(site, { plannedM3: 30 });
  });

  const orderNow = (id: string) => sent<OrderDetailView>(works.dispatcher.get(`orders/${id}`));
  const leftOf = async ({ id, operatingOn }: OrderView): Promise<number | undefined> => {
    const query = `enterpriseId=${works.enterpriseId}&operatingOn=${operatingOn}`;
    const { items } = await sent<UnfinishedOrdersView>(
      works.dispatcher.get(`orders/unfinished?${query}`),
    );
    return items.find((item) => item.order.id === id)?.leftM3;
  };
  const carry = async (id: string, change: object = {}, version?: number): Promise<ApiAnswer> =>
    works.dispatcher.post(
      `orders/${id}/carry-forward`,
      { firstOnSiteAt: dayAfter(order), plannedM3: 18, ...change },
      { 'if-match': `"${version ?? (await orderNow(id)).version}"` },
    );

  it('is what was ordered, less what was delivered and is on the road', async () => {
    const [vehicle, driver] = [await works.addRegisteredMixer(), await works.addDriver()];
    const since = addMinutes(new Date(), -30);
    const { order: begun, trip } = await startTrip(server, works, { vehicle, driver, since });
    await works.dispatcher.post(`orders/${begun.id}/calls`, {
      call: 'one_more',
      m3: 6,
      callerName: '李工',
    });
    expect(await leftOf(begun)).toBe(6);

    for (const [stage, min] of [
      ['en_route', 20],
      ['at_site', 10],
      ['unloading', 8],
      ['unloaded', 1],
    ] as const) {
      const at = addMinutes(new Date(), -min);
      const report = { id: randomUUID(), stage, at };
      await sent<TripView>(works.dispatcher.post(`trips/${trip.id}/stages`, report));
    }
    expect(await leftOf(begun)).toBe(6);
    expect(await leftOf(order)).toBe(30);
  });

  it('is ordered anew as confirmed, and the order of the day is closed with a link', async () => {
    const carried = await sent<OrderDetailView>(carry(order.id));

    expect(carried).toMatchObject({
      plannedM3: 18,
      grade: order.grade,
      siteId: site.id,
      pourLocation: order.pourLocation,
      state: 'firm',
      carriedFrom: { orderId: order.id, orderNo: order.orderNo, plannedM3: 30 },
    });
    expect(carried.operatingOn > order.operatingOn).toBe(true);
    const closed = await orderNow(order.id);
    expect(closed).toMatchObject({
      state: 'closed',
      plannedM3: 30,
      carriedTo: { orderId: carried.id, orderNo: carried.orderNo, plannedM3: 18 },
    });
    expect(closed.loads.every(({ state }) => state === 'dropped')).toBe(true);
    expect(await leftOf(order)).toBeUndefined();
  });

  it('is taken back from whoever was told of it', async () => {
    const [vehicle, driver] = [await works.addRegisteredMixer(), await works.addDriver()];
    const pair = { vehicleId: vehicle.id, driverId: driver.id };
    await sent<AssignmentView>(
      works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair),
    );

    await sent(carry(order.id));

    const phone = await server.signInPhone('own', driver.id);
    expect((await sent<DriverDayView>(phone.get('driver/day'))).trip).toBeNull();
  });

  it('is carried once, by whoever was first', async () => {
    const { version } = order;

    const answers = await Promise.all([
      carry(order.id, {}, version),
      carry(order.id, { plannedM3: 12 }, version),
    ]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412]);
    expect(codeOf(await carry(order.id))).toBe('ORDER_STATE_REFUSED');
  });

  it('is not carried to the same day, nor unseen; nothing changes then', async () => {
    const sameDay = await carry(order.id, { firstOnSiteAt: order.firstOnSiteAt });
    expect(codeOf(sameDay)).toBe('CARRY_DAY_NOT_LATER');

    const body = { firstOnSiteAt: dayAfter(order), plannedM3: 18 };
    const unseen = await works.dispatcher.post(`orders/${order.id}/carry-forward`, body);
    expect(codeOf(unseen)).toBe('IF_MATCH_REQUIRED');
    expect(await orderNow(order.id)).toMatchObject({ state: 'firm', carriedTo: null });
  });
});
