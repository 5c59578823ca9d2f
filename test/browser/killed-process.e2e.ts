import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import {
  alertPage,
  type AlertView,
  assignmentView,
  orderDetailView,
  orderPage,
  plantPage,
  siteView,
  trackView,
  tripView,
  vehiclePage,
  type VehicleView,
} from '@tongyun/contracts';
import { destination, wgs84 } from '@tongyun/geo';
import { addMinutes } from '@tongyun/kernel';
import { ApiSession } from '../../apps/simulator/src/index.js';
import { DEMO_PASSWORD } from '../../database/seeds/demo/sign-ins.js';
import { type DemoMixer, DEMO_VEHICLES } from '../../database/seeds/demo/vehicles.js';
import { BusyDesk } from './support/busy-desk.js';
import {
  freePorts,
  type ProductProcess,
  runToItsEnd,
  startProcess,
} from './support/product-process.js';
import { identityOf, ReportingTruck } from './support/reporting-truck.js';
import { TappingDriver } from './support/tapping-driver.js';

/** Inside the built-up area and no other zone. */
const BUILT_UP = wgs84(120.2, 30.28);
/** North of every zone. */
const OPEN_COUNTRY = wgs84(120.1, 30.52);
const CONFIRMED_BY_FIXES = 3;
/** The dead process's leases run out after fifteen seconds. */
const JUDGED_WITHIN = { timeout: 60_000, intervals: [500] };

const mixer = (fleetNo: string): DemoMixer => {
  const found = DEMO_VEHICLES.find((vehicle) => vehicle.fleetNo === fleetNo);
  if (found?.kind !== 'mixer') throw new Error(`the demo has no mixer ${fleetNo}`);
  return found;
};
const ON_THE_ROAD = ['XS-01', 'XS-02', 'YH-01', 'YH-02', 'BC-01', 'BC-02'].map(mixer);
const NEVER_SUBMITTED = mixer('QJ-11');
const UNDER_REVIEW = mixer('YH-10');

const reportThrice = async (truck: ReportingTruck): Promise<void> => {
  for (let nth = 0; nth < CONFIRMED_BY_FIXES; nth += 1) await truck.report();
};

/** Acts again and again; once the end has come, a failure is expected and ends it. */
async function repeatUntil(
  end: AbortSignal,
  act: () => Promise<unknown>,
  pauseMs: number,
): Promise<void> {
  while (!end.aborted) {
    try {
      await act();
    } catch (error) {
      if (!end.aborted) throw error;
    }
    await wait(pauseMs);
  }
}

test.describe.configure({ mode: 'serial' });

test.describe('a process that is killed while everybody works', () => {
  let folder: string;
  let startedAt: Date;
  let ports: Awaited<ReturnType<typeof freePorts>>;
  let product: ProductProcess;
  let admin: ApiSession;
  let dispatcher: ApiSession;
  let vehicles: VehicleView[];
  let desk: BusyDesk;
  let driver: TappingDriver;
  let trucks: Map<DemoMixer, ReportingTruck>;
  let intruders: Map<DemoMixer, ReportingTruck>;

  const signIn = (username: string) => ApiSession.signIn(product.baseUrl, username, DEMO_PASSWORD);
  const vehicleOf = ({ plateNo }: DemoMixer) =>
    vehicles.find((vehicle) => vehicle.plateNo === plateNo)!;
  const all = () => [...trucks, ...intruders];

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongyun-killed-'));
    startedAt = new Date();
    ports = await freePorts();
    product = await startProcess(folder, ports);
    admin = await signIn('guanlizhan');
    dispatcher = await signIn('diaodu');
    vehicles = await admin.all('vehicles', vehiclePage);
    desk = await openDesk();
    const assignment = await desk.takeAndAssign();
    const his = vehicles.find(({ id }) => id === assignment.vehicleId)!;
    driver = await TappingDriver.checkIn(product.baseUrl, dispatcher, assignment, his);

    trucks = new Map(
      ON_THE_ROAD.map((it, nth) => [
        it,
        truckOf(it, OPEN_COUNTRY, nth, addMinutes(startedAt, -20)),
      ]),
    );
    intruders = new Map(
      [NEVER_SUBMITTED, UNDER_REVIEW].map((it, nth) => [
        it,
        truckOf(it, BUILT_UP, nth, new Date()),
      ]),
    );
    for (const [, truck] of all()) await truck.connect();
  });

  test.afterAll(async () => {
    for (const [, truck] of all()) truck.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openDesk(): Promise<BusyDesk> {
    const plants = await dispatcher.all('plants', plantPage);
    const plant = plants.find(({ enterpriseId }) => enterpriseId === dispatcher.user.enterpriseId)!;
    const near = destination(wgs84(plant.position.lng, plant.position.lat), 150, 2_000);
    const site = await dispatcher.post('sites', siteView, {
      enterpriseId: plant.enterpriseId,
      name: '滨江公园工地',
      projectName: '滨江公园',
      contractor: '钱江建设',
      position: { ...near, crs: 'wgs84' },
    });
    return new BusyDesk(dispatcher, plant, site, startedAt);
  }

  const truckOf = (it: DemoMixer, from: typeof BUILT_UP, nth: number, startsAt: Date) =>
    new ReportingTruck(
      identityOf(it, nth % 2 === 0 ? '2013' : '2019'),
      ports.jt808Port,
      destination(from, 0, nth * 200),
      startsAt,
    );

  test('lets no second process into its folder', async () => {
    const second = await runToItsEnd(folder, await freePorts());

    expect(second.said).toContain('Another process works in');
    expect(second.code).not.toBe(0);
  });

  test('dies in the middle of the work and starts again', async () => {
    const killing = new AbortController();
    const keepOn = (act: () => Promise<unknown>, pauseMs: number) =>
      repeatUntil(killing.signal, act, pauseMs);
    const work = Promise.all([
      ...[...trucks.values()].map((truck) => keepOn(() => truck.report(), 20)),
      keepOn(() => desk.takeAndAssign(), 0),
      keepOn(() => driver.tap(), 400),
    ]);
    const isEnough = () =>
      desk.assignments.length >= 4 &&
      driver.acknowledged.length >= 4 &&
      [...trucks.values()].every(({ acknowledged }) => acknowledged.length >= 20);
    const untilEnough = async () => {
      while (!isEnough()) await wait(20);
    };
    await Promise.race([untilEnough(), work]);

    // One alert is two thirds confirmed, the other is the judge's next work, when the process dies.
    await intruders.get(NEVER_SUBMITTED)!.report();
    await intruders.get(NEVER_SUBMITTED)!.report();
    await reportThrice(intruders.get(UNDER_REVIEW)!);
    killing.abort();
    await product.kill();
    await work;

    product = await startProcess(folder, ports);
    for (const [, truck] of all()) await truck.connect();
  });

  const tracked = async (it: DemoMixer) => {
    const span = `from=${addMinutes(startedAt, -30).toISOString()}&to=${addMinutes(new Date(), 10).toISOString()}`;
    const { points } = await admin.get(`vehicles/${vehicleOf(it).id}/track?${span}`, trackView);
    return points.map(({ at, lng, lat }) => ({
      at,
      lngE6: Math.round(lng * 1e6),
      latE6: Math.round(lat * 1e6),
    }));
  };

  test('keeps every acknowledged fix, and counts each once', async () => {
    for (const [it, truck] of all()) {
      const acknowledged = [...truck.acknowledged];
      await expect
        .poll(() => tracked(it), JUDGED_WITHIN)
        .toEqual(expect.arrayContaining(acknowledged));
      const instants = (await tracked(it)).map(({ at }) => at);
      expect(new Set(instants).size).toBe(instants.length);
    }
  });

  test('keeps every acknowledged order, assignment and tap', async () => {
    for (const { view } of desk.orders) {
      const { id, orderNo, pourLocation, plannedM3 } = view;
      expect(await dispatcher.get(`orders/${id}`, orderDetailView)).toMatchObject({
        id,
        orderNo,
        pourLocation,
        plannedM3,
      });
    }
    for (const { view } of desk.assignments) {
      const { id, vehicleId, driverId } = view;
      const { loads } = await dispatcher.get(`orders/${view.orderId}`, orderDetailView);
      expect(loads[0]?.assignment).toMatchObject({ id, vehicleId, driverId });
    }
    const trip = await dispatcher.get(`trips/${driver.tripId}`, tripView);
    expect(trip.stages).toEqual(
      expect.arrayContaining(
        driver.acknowledged.map(({ claim: { stage, claimedAt } }) => ({
          stage,
          at: claimedAt,
          evidence: 'claim',
        })),
      ),
    );
  });

  test('takes a repeat for what it is', async () => {
    const orders = await dispatcher.all('orders', orderPage);
    const trip = await dispatcher.get(`trips/${driver.tripId}`, tripView);

    for (const { path, body, key, view } of desk.orders) {
      expect(await dispatcher.post(path, orderDetailView, body, key)).toEqual(view);
    }
    for (const { path, body, key, view } of desk.assignments) {
      expect(await dispatcher.post(path, assignmentView, body, key)).toEqual(view);
    }
    const { results } = await driver.repeatAll();

    expect(results).toEqual(driver.acknowledged.map(({ result }) => result));
    expect(await dispatcher.all('orders', orderPage)).toEqual(orders);
    expect(await dispatcher.get(`trips/${driver.tripId}`, tripView)).toEqual(trip);
  });

  const alertsOf = async (it: DemoMixer): Promise<AlertView[]> => {
    const alerts = await admin.all('alerts', alertPage);
    return alerts.filter(({ vehicleId }) => vehicleId === vehicleOf(it).id);
  };

  test('raises each alert that straddles the kill exactly once', async () => {
    expect(await alertsOf(NEVER_SUBMITTED)).toEqual([]);
    for (const it of intruders.keys()) {
      await reportThrice(intruders.get(it)!);
      const { acknowledged } = intruders.get(it)!;
      await expect
        .poll(async () => (await tracked(it)).length, JUDGED_WITHIN)
        .toBe(acknowledged.length);
      const alerts = await alertsOf(it);

      expect(alerts.map(({ code }) => code)).toEqual(['unregistered_in_zone']);
      expect(alerts[0]?.startedAt).toBe(acknowledged[0]?.at);
    }
  });

  test('goes on with the terminals, the driver and the dispatcher', async () => {
    for (const [it, truck] of trucks) {
      await reportThrice(truck);
      await expect.poll(() => tracked(it), JUDGED_WITHIN).toEqual(truck.acknowledged);
    }
    while (!driver.isDone) await driver.tap();
    const trip = await dispatcher.get(`trips/${driver.tripId}`, tripView);
    expect(trip.stages.filter(({ evidence }) => evidence === 'claim')).toHaveLength(8);
    await desk.takeAndAssign();
  });
});
