import { randomUUID } from 'node:crypto';
import type {
  DayPlanView,
  OrderDetailView,
  PlanOutcomeView,
  SiteView,
  VehicleView,
  WaysOutView,
} from '@tongyun/contracts';
import { addMinutes, type SiteId } from '@tongyun/kernel';
import { aPlate } from '../support/a-mixer.js';
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
    const addClosing = async () => {
      const { id } = await works.addSite({ position: eastOfPlant(8) });
      const spans = [{ fromMin: 8 * 60, toMin: 10 * 60 }];
      const access = { accessHours: [], accessExceptions: [{ on: day, spans }] };
      await sent(works.dispatcher.post(`sites/${id}/access-hours`, access));
      return id as SiteId;
    };
    const closing = await addClosing();
    const wanted = (clock: string, siteId = closing, change: object = {}) =>
      works.dispatcher.post(
        'orders',
        anOrder(works, siteId, at(day, clock), { gapMaxMin: 180, ...change }),
      );

    const whole = await sent<OrderDetailView>(wanted('08:30'));
    const long = await sent<OrderDetailView>(
      wanted('09:30', await addClosing(), { plannedM3: 36 }),
    );

    expect(await wanted('10:30')).toMatchObject({ status: 409, body: { code: 'SITE_CLOSED' } });
    const { id, loads, unserved } = await planned(day);
    expect(loads.map(({ orderId }) => orderId)).toEqual([whole.id]);
    expect(unserved.map(({ orderId }) => orderId)).toEqual([long.id]);
    expect(Object.keys(unserved[0]!.codes)).toContain('site_hours');
    const { items } = await sent<WaysOutView>(
      works.dispatcher.get(`day-plans/${id}/orders/${long.id}/ways-out`),
    );
    const longer = items.find(({ way }) => way.kind === 'site_hours');
    expect(longer?.way).toMatchObject({ beforeMin: 0, afterMin: expect.any(Number) });
  });

  it('is brought when its plant loads, whose hours its enterprise states', async () => {
    const day = dayIn(4);
    const path = `plants/${works.plantId}/loading-hours`;
    const usual = { plantId: works.plantId, hours: [{ fromHour: 4, toHour: 28 }], isOwn: false };
    expect(await sent(works.dispatcher.get(path))).toEqual(usual);
    const hours = [
      { fromHour: 6, toHour: 10 },
      { fromHour: 14, toHour: 20 },
    ];
    expect(await sent(works.dispatcher.post(path, { hours, reason: '限电' }))).toMatchObject({
      hours,
      isOwn: true,
    });
    const early = await order(at(day, '08:00'), {});
    const atNoon = await order(at(day, '12:00'), {});

    const { loads, unserved, lines } = await planned(day);

    expect(loads.map(({ orderId }) => orderId)).toEqual([early.id]);
    expect(unserved.map(({ orderId }) => orderId)).toEqual([atNoon.id]);
    expect(lines[0]!.closed.map(({ fromAt }) => fromAt)).toEqual(
      ['04:00', '10:00', '20:00'].map((clock) => at(day, clock).toISOString()),
    );
    await sent(works.dispatcher.post(path, { hours: [], reason: '供电恢复' }));
    expect(await sent(works.dispatcher.get(path))).toEqual(usual);
  });

  it('has no hours of a plant that run into each other, nor another enterprise’s', async () => {
    const path = `plants/${works.plantId}/loading-hours`;
    const set = (hours: object[], by = works.dispatcher) =>
      by.post(path, { hours, reason: '限电' });
    const spans = [
      { fromHour: 6, toHour: 12 },
      { fromHour: 10, toHour: 20 },
    ];

    expect(await set(spans)).toMatchObject({ status: 400, body: { code: 'POLICY_VALUE_INVALID' } });
    expect(
      await set([{ fromHour: 6, toHour: 20 }], server.as('dispatcher', 'other')),
    ).toMatchObject({ status: 404, body: { code: 'PLANT_NOT_FOUND' } });
  });

  it('has as many pumps come as it needs, each a place to discharge at', async () => {
    const day = dayIn(5);
    const pumped = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 40, gapMaxMin: 180 };
    for (let count = 0; count < 2; count += 1) {
      const plateNo = aPlate();
      const pump = { kind: 'boom_pump', plateNo, plateColor: 'yellow', boomLengthM: 47 };
      const owned = { ...pump, ownerEnterpriseId: works.enterpriseId };
      await works.register(await sent<VehicleView>(works.dispatcher.post('vehicles', owned)));
      await works.addDriver();
    }
    const two = await order(at(day, '09:00'), { ...pumped, pumpsNeeded: 2, plannedM3: 24 });
    const three = await order(at(day, '15:00'), { ...pumped, pumpsNeeded: 3 });

    const { pumpJobs, unserved, orders, id, revision } = await planned(day);

    expect(two.pumpJobs).toHaveLength(2);
    expect(pumpJobs.map(({ orderId }) => orderId)).toEqual([two.id, two.id]);
    expect(new Set(pumpJobs.map(({ vehicleId }) => vehicleId)).size).toBe(2);
    expect(new Set(pumpJobs.map((job) => job.id))).toEqual(
      new Set(two.pumpJobs.map((job) => job.id)),
    );
    expect(unserved).toMatchObject([{ orderId: three.id, lacks: 'pump' }]);
    expect(orders.map(({ pumpsNeeded }) => pumpsNeeded)).toEqual([2, 3]);
    const ifMatch = { 'if-match': `"${revision}"` };
    await sent(works.dispatcher.post(`day-plans/${id}/release`, {}, ifMatch));
    const told = await sent<OrderDetailView>(works.dispatcher.get(`orders/${two.id}`));
    expect(told.pumpJobs.map(({ state }) => state)).toEqual(['released', 'released']);
  });

  it('is pumped as far as the pipes of a trailer pump go, where no boom reaches', async () => {
    const day = dayIn(6);
    const pump = { kind: 'trailer_pump', equipmentNo: 'HBT-60', lineLengthM: 80 };
    const owned = { ...pump, ownerEnterpriseId: works.enterpriseId };
    const { id } = await works.register(
      await sent<VehicleView>(works.dispatcher.post('vehicles', owned)),
    );
    await works.addDriver();
    const pumped = { isPumpNeeded: true, placingMethod: 'pump' };
    const near = await order(at(day, '09:00'), { ...pumped, pumpReachM: 80 });
    const far = await order(at(day, '15:00'), { ...pumped, pumpReachM: 90 });

    const { pumpJobs, unserved } = await planned(day);

    expect(pumpJobs).toMatchObject([{ orderId: near.id, vehicleId: id }]);
    expect(unserved).toMatchObject([
      { orderId: far.id, lacks: 'pump', codes: { pump_reach: expect.any(Number) } },
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

  it('is brought from where its enterprise says that the days of its truck begin and end', async () => {
    const day = dayIn(7);
    const plant = { enterpriseId: works.enterpriseId, name: '工地旁站', position: eastOfPlant(8) };
    const atSite = await sent<{ id: string }>(server.as('concrete_admin').post('plants', plant));
    const [{ id }] = (
      await sent<{ items: [VehicleView] }>(works.dispatcher.get('vehicles?kind=mixer'))
    ).items;
    const { enterpriseId, plantId } = works;
    const state = (homePlantId: string | null, endPlantId: string | null) =>
      works.dispatcher.post(`vehicles/${id}/home`, { enterpriseId, homePlantId, endPlantId });
    await order(at(day, '09:00'), {});

    expect(await state(randomUUID(), null)).toMatchObject({ body: { code: 'PLANT_NOT_FOUND' } });
    await sent(state(plantId, atSite.id));
    const { loads, vehicles } = await planned(day);

    const [mixer] = vehicles.filter((vehicle) => vehicle.id === id);
    expect(mixer).toMatchObject({
      homePlantId: plantId,
      endPlantId: atSite.id,
      isHomeStated: true,
    });
    const [last] = loads.toSorted((one, other) => other.leaveAt.localeCompare(one.leaveAt));
    expect(Date.parse(last!.backAt) - Date.parse(last!.leaveAt)).toBeLessThan(5 * 60_000);
    await sent(state(null, null));
    const query = `enterpriseId=${enterpriseId}&operatingOn=${day}`;
    const guessed = await sent<DayPlanView>(works.dispatcher.get(`day-plans?${query}`));
    expect(guessed.vehicles.filter(({ isHomeStated }) => isHomeStated)).toEqual([]);
  });
});
