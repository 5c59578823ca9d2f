import type { DayPlanView, OrderDetailView, PlanOutcomeView, SiteView } from '@tongyun/contracts';
import { addMinutes, type SiteId } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { anOrder, eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** A calendar day in Shanghai, and an hour of it. */
const dayIn = (days: number): string =>
  addMinutes(new Date(), days * 1_440 + 480)
    .toISOString()
    .slice(0, 10);
const at = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+08:00`);

/** One plant with one line and one mixer of 12 m³: what an order states decides whether it is brought. */
describe('what an order states of its pour', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    const line = { name: '1', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    site = await works.addSite({ position: eastOfPlant(8) });
    await works.addRegisteredMixer();
    await works.addDriver();
  });
  afterAll(() => server?.close());

  const order = (firstOnSiteAt: Date, change: object) =>
    sent<OrderDetailView>(
      works.dispatcher.post('orders', anOrder(works, site.id as SiteId, firstOnSiteAt, change)),
    );
  const planned = async (operatingOn: string): Promise<DayPlanView> => {
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
    return (await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', day))).plan;
  };

  it('lets it pause as long as its concrete allows, and no longer', async () => {
    const day = dayIn(1);
    const patient = await order(at(day, '09:00'), { plannedM3: 24, gapMaxMin: 180 });
    const strict = await order(at(day, '14:00'), { plannedM3: 24, gapMaxMin: 5 });

    const { loads, unserved, orders } = await planned(day);

    expect(loads.filter(({ orderId }) => orderId === patient.id)).toHaveLength(2);
    expect(unserved.map(({ orderId }) => orderId)).toEqual([strict.id]);
    expect(orders.map(({ gapMaxMin }) => gapMaxMin)).toEqual([180, 5]);
  });

  it('keeps to the hours of its site, which refuses an order outside of them', async () => {
    const day = dayIn(3);
    const closing = await works.addSite({ position: eastOfPlant(8) });
    const spans = [{ fromMin: 8 * 60, toMin: 10 * 60 }];
    const access = { accessHours: [], accessExceptions: [{ on: day, spans }] };
    await sent(works.dispatcher.post(`sites/${closing.id}/access-hours`, access));
    const wanted = (clock: string, change: object = {}) =>
      works.dispatcher.post(
        'orders',
        anOrder(works, closing.id as SiteId, at(day, clock), { gapMaxMin: 180, ...change }),
      );

    const whole = await sent<OrderDetailView>(wanted('08:30'));
    const long = await sent<OrderDetailView>(wanted('09:00', { plannedM3: 60 }));

    expect(await wanted('10:30')).toMatchObject({ status: 409, body: { code: 'SITE_CLOSED' } });
    const { loads, unserved } = await planned(day);
    expect(loads.map(({ orderId }) => orderId)).toEqual([whole.id]);
    expect(unserved).toMatchObject([
      { orderId: long.id, codes: { site_hours: expect.any(Number) } },
    ]);
  });

  it('lets concrete with a retarder grow older than the same without', async () => {
    const day = dayIn(2);
    const slow = { rateM3PerHour: 8, pourKind: 'wall_column' };
    const retarded = await order(at(day, '09:00'), { ...slow, retarderMin: 120 });
    const plain = await order(at(day, '15:00'), slow);

    const { loads, unserved } = await planned(day);

    expect(retarded).toMatchObject({ retarderMin: 120, pourKind: 'wall_column', gapMaxMin: null });
    expect(loads.map(({ orderId }) => orderId)).toEqual([retarded.id]);
    expect(unserved).toMatchObject([
      { orderId: plain.id, codes: { concrete_age: expect.any(Number) } },
    ]);
  });
});
