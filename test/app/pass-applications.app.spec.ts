import type {
  DecisionView,
  Page,
  PassApplicationResults,
  PassApplicationView,
  PassView,
  VehicleView,
  ZoneView,
} from '@tongyun/contracts';
import { toWgs84 } from '@tongyun/geo';
import { addMinutes } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';

const MIN_PER_DAY = 1_440;
/** As it is drawn on a shifted map. */
const WEN_YI = [eastOfPlant(7), eastOfPlant(9)].map(({ lng, lat }): [number, number] => [lng, lat]);
const onTheGround = ([lng, lat]: [number, number]): [number, number] => {
  const moved = toWgs84({ lng, lat }, 'gcj02');
  return [moved.lng, moved.lat];
};
const inDays = (days: number) => addMinutes(new Date(), days * MIN_PER_DAY);

describe('an application for passes', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let zone: ZoneView;
  let manager: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    zone = await drawZone(server, 8);
    await works.addDriver();
    manager = server.as('enterprise_manager');
  });
  afterAll(() => server?.close());

  const onLine = async (): Promise<VehicleView> => {
    const vehicle = await works.addRegisteredMixer();
    (await TruckOnLine.connect(server, vehicle)).close();
    return vehicle;
  };
  const terms = (change: object = {}) => ({
    zoneIds: [zone.zoneId],
    roads: ['文一西路'],
    period: { validFrom: inDays(-1), validTo: inDays(30) },
    reason: 'metro line 12',
    ...change,
  });
  const apply = async (vehicles: VehicleView[], change?: object) => {
    const request = { ...terms(change), vehicleIds: vehicles.map(({ id }) => id) };
    return (await sent<PassApplicationResults>(manager.post('pass-applications', request))).items;
  };
  const grant = async (vehicles: VehicleView[], change?: object) => {
    const applied = (await apply(vehicles, change)).map(({ application }) => application);
    return decide(server.as('police'), await decide(server.as('concrete_admin'), applied));
  };

  it('is one request for many vehicles, decided by one each of both authorities', async () => {
    const [first, second, offLine] = [
      await onLine(),
      await onLine(),
      await works.addRegisteredMixer(),
    ];

    const routes = { crs: 'gcj02', roads: [{ name: '文一西路', path: WEN_YI }] };
    const applied = await apply([first, second, offLine], { routes });
    const waiting = await sent<Page<PassApplicationView>>(
      server.as('concrete_admin').get('pass-applications?dueStep=concrete_admin'),
    );
    const checked = await decide(
      server.as('concrete_admin'),
      applied.map(({ application }) => application),
    );
    const granted = await decide(server.as('police'), checked);

    expect(applied.map(({ refusal }) => refusal?.code)).toEqual([
      undefined,
      undefined,
      'PASS_TERMINAL_NOT_CONNECTED',
    ]);
    expect(waiting.items.map(({ plateNo }) => plateNo).toSorted()).toEqual(
      [first.plateNo, second.plateNo].toSorted(),
    );
    expect(granted).toMatchObject([
      { state: 'granted', dueStep: null, plateNo: first.plateNo },
      { state: 'granted', dueStep: null, plateNo: second.plateNo },
    ]);
    const passes = await sent<Page<PassView>>(manager.get(`passes?vehicleId=${first.id}`));
    expect(passes.items).toMatchObject([
      {
        id: granted[0]!.passId,
        roads: ['文一西路'],
        routes: [{ name: '文一西路', halfWidthM: 50, path: WEN_YI.map(onTheGround) }],
        state: 'valid',
        issuingBody: '杭州市交警支队',
      },
    ]);
    const trace = await sent<{ items: DecisionView[] }>(
      manager.get(`pass-applications/${granted[0]!.id}/decisions`),
    );
    expect(trace.items.map(({ toState }) => toState)).toEqual([
      'at_concrete_admin',
      'at_police',
      'granted',
    ]);
  });

  it('is told of its own enterprise only, and not for vehicles that are another’s', async () => {
    const vehicle = await onLine();
    const other = server.as('enterprise_manager', 'other');
    await apply([vehicle]);

    const seen = await sent<Page<PassApplicationView>>(other.get('pass-applications'));
    const tried = await sent<PassApplicationResults>(
      other.post('pass-applications', { ...terms(), vehicleIds: [vehicle.id] }),
    );

    expect(seen.items).toEqual([]);
    expect(tried.items).toMatchObject([
      { id: vehicle.id, application: null, refusal: { code: 'VEHICLE_NOT_FOUND' } },
    ]);
  });

  it('is refused with a route that leads through none of its zones', async () => {
    const vehicle = await onLine();
    const path = [eastOfPlant(60), eastOfPlant(61)].map(({ lng, lat }) => [lng, lat]);
    const routes = { crs: 'wgs84', roads: [{ name: '机场路', path }] };

    expect(await apply([vehicle], { routes })).toMatchObject([
      {
        application: null,
        refusal: { code: 'PASS_ROUTE_OUTSIDE_ZONES', details: { roads: ['机场路'] } },
      },
    ]);
  });

  it('makes no second one when it is sent twice under one key', async () => {
    const vehicle = await onLine();
    const request = { ...terms(), vehicleIds: [vehicle.id] };
    const key = { 'idempotency-key': 'apply-for-passes-1' };

    const [first, second] = [
      await sent<PassApplicationResults>(manager.post('pass-applications', request, key)),
      await sent<PassApplicationResults>(manager.post('pass-applications', request, key)),
    ];

    expect(second).toEqual(first);
    expect(first.items[0]!.application).not.toBeNull();
  });

  it('is taken back on the version that was seen', async () => {
    const [result] = await apply([await onLine()]);
    const path = `pass-applications/${result!.application!.id}/withdrawal`;
    const withdraw = (headers: Record<string, string>) =>
      manager.post(path, { reason: 'built elsewhere' }, headers);

    expect(await withdraw({})).toMatchObject({ status: 428 });
    expect(await withdraw({ 'if-match': '"7"' })).toMatchObject({ status: 412 });
    expect(await withdraw({ 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', dueStep: null },
    });
  });

  it('renews a pass by the month', async () => {
    const vehicle = await onLine();
    const [granted] = await grant([vehicle]);
    const month = inDays(31).toISOString().slice(0, 7);
    const request = { passIds: [granted!.passId], period: { month }, reason: 'goes on' };

    const { items } = await sent<PassApplicationResults>(
      manager.post('pass-applications/renewals', request),
    );

    expect(items).toMatchObject([
      {
        id: granted!.passId,
        application: { renewsPassId: granted!.passId, roads: ['文一西路'], state: 'pending' },
      },
    ]);
  });

  it('whose pass ends within a planned trip leaves that trip refused', async () => {
    const [vehicle, driver] = [await onLine(), await works.addDriver()];
    const site = await works.addSite({ position: eastOfPlant(8) });
    const validTo = addMinutes(new Date(), 70);
    await grant([vehicle], { period: { validFrom: inDays(-1), validTo } });
    const assign = async (firstOnSiteAt: Date) => {
      const { loads } = await works.order(site, { firstOnSiteAt });
      const pair = { vehicleId: vehicle.id, driverId: driver.id };
      return works.dispatcher.post(`loads/${loads[0]!.id}/assignment`, pair);
    };

    const within = await assign(addMinutes(new Date(), 60));

    expect(within.status).toBe(409);
    expect(JSON.stringify(within.body)).toContain('"pass_expired"');
  });
});

/** Approves what was seen of each. */
async function decide(
  by: ApiClient,
  items: readonly (PassApplicationView | null)[],
): Promise<(PassApplicationView | null)[]> {
  const seen = items.flatMap((item) => (item ? [{ id: item.id, version: item.version }] : []));
  const request = { items: seen, decision: 'approve', reason: 'in order' };
  const answer = by.post('pass-applications/decisions', request);
  return (await sent<PassApplicationResults>(answer)).items.map(({ application }) => application);
}
