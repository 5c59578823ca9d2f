import { randomUUID } from 'node:crypto';
import type { OrderDetailView, OrderView, Page, SiteView } from '@tongyun/contracts';
import { sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const MEGABYTE = 1_048_576;

describe('order entry', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    await works.addRegisteredMixer();
    site = await works.addSite();
  });
  afterAll(() => server?.close());

  const listOf = (path: string) => sent<Page<OrderView>>(works.dispatcher.get(path));
  const everything = async () => ({
    orders: await listOf('orders'),
    sites: await sent<Page<SiteView>>(works.dispatcher.get('sites')),
  });

  it('splits an order into loads and shows it with its version', async () => {
    const order = await works.order(site, { plannedM3: 30 });

    const { body, headers } = await works.dispatcher.get(`orders/${order.id}`);

    expect(body).toEqual(order);
    expect(headers.get('etag')).toBe(`"${order.version}"`);
    expect(order).toMatchObject({ state: 'firm', loadCount: 3, assignedLoadCount: 0 });
    expect(order.loads.reduce((sum, { plannedM3 }) => sum + plannedM3, 0)).toBeCloseTo(30);
  });

  it('refuses a plant that is too far away, with the distance and the limit', async () => {
    const far = await works.addSite({ position: eastOfPlant(21.5) });

    const answer = await works.dispatcher.post('orders', works.anOrder(far));

    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'PLANT_OUT_OF_RADIUS',
        details: { plantName: 'Plant own', distanceM: 21_500, limitM: 20_000 },
      },
    });
  });

  it('tells a coordinate system from another', async () => {
    const asGcj02 = { ...eastOfPlant(8), crs: 'gcj02' as const };

    const { position } = await works.addSite({ position: asGcj02 });

    expect(position.lng).not.toBeCloseTo(asGcj02.lng, 3);
    expect(position.lng).toBeCloseTo(asGcj02.lng, 1);
  });

  describe('changes nothing at a refusal', () => {
    it.each([
      {
        what: 'an unknown site',
        change: { siteId: randomUUID() },
        status: 404,
        code: 'SITE_NOT_FOUND',
      },
      {
        what: 'an unknown plant',
        change: { plantId: randomUUID() },
        status: 404,
        code: 'PLANT_NOT_FOUND',
      },
      { what: 'what is no id', change: { siteId: '17' }, status: 400, code: 'INVALID_REQUEST' },
      {
        what: 'a time gone by',
        change: { firstOnSiteAt: '2026-01-01T08:00:00Z' },
        status: 409,
        code: 'ORDER_TIME_PAST',
      },
      {
        what: 'text that no database keeps',
        change: { pourLocation: 'slab\0' },
        status: 400,
        code: 'INVALID_REQUEST',
      },
      {
        what: 'a time without its zone',
        change: { firstOnSiteAt: '2030-01-01T08:00:00' },
        status: 400,
        code: 'INVALID_REQUEST',
      },
    ])('of an order with $what', async ({ change, status, code }) => {
      const before = await everything();
      const order = { ...works.anOrder(site), ...change };

      expect(await works.dispatcher.post('orders', order)).toMatchObject({
        status,
        body: { code },
      });
      expect(await everything()).toEqual(before);
    });

    it.each([
      { what: 'swapped degrees', position: { lng: 30.3, lat: 120.2, crs: 'wgs84' } },
      { what: 'no coordinate system', position: { lng: 120.2, lat: 30.3 } },
      { what: 'a system of its own', position: { lng: 120.2, lat: 30.3, crs: 'epsg:4326' } },
    ])('of a site with $what', async ({ position }) => {
      const before = await everything();
      const { enterpriseId } = works;
      const names = { name: 'Site', projectName: 'Project', contractor: 'Contractor' };

      expect(
        await works.dispatcher.post('sites', { enterpriseId, ...names, position }),
      ).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
      expect(await everything()).toEqual(before);
    });

    it.each([
      { what: 'half a JSON text', body: '{"siteId":', status: 400, code: 'MALFORMED_JSON' },
      {
        what: 'more than a megabyte',
        body: JSON.stringify({ pourLocation: 'x'.repeat(MEGABYTE) }),
        status: 413,
        code: 'BODY_TOO_LARGE',
      },
    ])('of $what', async ({ body, status, code }) => {
      const before = await everything();
      const response = await fetch(`${server.url}/api/v1/orders`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${works.dispatcher.token}`,
          'content-type': 'application/json',
        },
        body,
      });

      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ code });
      expect(await everything()).toEqual(before);
    });
  });

  it('enters an order once however often it is sent under one key', async () => {
    const order = works.anOrder(site);
    const headers = { 'idempotency-key': randomUUID() };
    const before = await listOf('orders');

    const [first, second] = await Promise.all([
      works.dispatcher.post('orders', order, headers),
      works.dispatcher.post('orders', order, headers),
    ]);
    const third = await works.dispatcher.post('orders', order, headers);

    expect([201, 409]).toContain(first.status);
    expect([201, 409]).toContain(second.status);
    expect(third).toMatchObject({ status: 201 });
    expect((await listOf('orders')).items).toHaveLength(before.items.length + 1);
  });

  it('pages through a list without losing or repeating any', async () => {
    await works.order(site);
    const { items: all } = await listOf('orders');
    const paged: OrderView[] = [];

    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<OrderView> = await listOf(`orders?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }

    expect(all.length).toBeGreaterThan(2);
    expect(paged).toEqual(all);
    expect(await works.dispatcher.get('orders?cursor=rubbish')).toMatchObject({
      status: 400,
      body: { code: 'CURSOR_INVALID' },
    });
  });

  it('lets only who saw the newest version put an order on hold', async () => {
    const { id, version } = await works.order(site);
    const hold = { state: 'on_hold', reason: 'site not ready' };
    const put = (ifMatch?: string) =>
      works.dispatcher.post(
        `orders/${id}/state`,
        hold,
        ifMatch === undefined ? {} : { 'if-match': ifMatch },
      );

    expect(await put()).toMatchObject({ status: 428, body: { code: 'IF_MATCH_REQUIRED' } });
    expect(await put('"99"')).toMatchObject({
      status: 412,
      body: { code: 'VERSION_CONFLICT', details: { version, current: { state: 'firm' } } },
    });
    const done = await put(`"${version}"`);
    expect(done).toMatchObject({ status: 200, body: { state: 'on_hold' } });
    const { headers } = await works.dispatcher.get(`orders/${id}`);
    expect(done.headers.get('etag')).toBe(headers.get('etag'));
    const now = await sent<OrderDetailView>(works.dispatcher.get(`orders/${id}`));
    expect(now.version).toBe(version + 1);
  });
});
