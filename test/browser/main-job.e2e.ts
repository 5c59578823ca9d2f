import { type BrowserContext, expect, type Page } from '@playwright/test';
import {
  type AssignmentView,
  batchRecordView,
  orderDetailView,
  type PlantView,
  plantPage,
  plantView,
  siteView,
  terminalPage,
  tripPage,
  type TripView,
} from '@tongyun/contracts';
import { destination, type Wgs84, wgs84 } from '@tongyun/geo';
import { z } from 'zod';
import { DEMO_SITES } from '../../database/seeds/demo/sites.js';
import { DEMO_VEHICLES, type DemoMixer } from '../../database/seeds/demo/vehicles.js';
import { signInAt, signInByApi } from './support/people.js';
import { takePicture } from './support/pictures.js';
import { productUnderTest } from './support/product.js';
import { identityOf } from './support/reporting-truck.js';
import { test } from './support/shared-product.js';
import { Truck } from './support/truck.js';

/** Near the plant, so that a truck gets there in less than a minute of real time. */
const TO_SITE = { headingDeg: 150, distanceM: 1_500 } as const;
/** What the administration cuts the plant's range to while the truck is loaded. */
const CUT_RADIUS_M = 1_000;
const SPEED_KPH = 120;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const SITE_NAME = '浦沿滨水公园工地';
const BUILT_UP = wgs84(120.16, 30.26);

const positionOf = ({ position }: PlantView): Wgs84 => wgs84(position.lng, position.lat);

/** The demo's mixer that nobody ever submitted for registration. */
function unregistered(): DemoMixer {
  const vehicle = DEMO_VEHICLES.find(({ papers }) => papers === 'never_submitted');
  if (vehicle?.kind !== 'mixer') throw new Error('the demo has no unregistered mixer');
  return vehicle;
}

test.describe.configure({ mode: 'serial' });

test.describe('the main job', () => {
  let desk: Page;
  let phone: Page;
  let contexts: BrowserContext[];
  let plant: PlantView;
  let siteAt: Wgs84;
  let truck: Truck | undefined;
  let intruder: Truck | undefined;
  let assignment: AssignmentView;
  let trip: TripView;
  let deviceCode: string;

  test.beforeAll(async ({ browser }) => {
    const desktop = await browser.newContext();
    const mobile = await browser.newContext(PHONE);
    contexts = [desktop, mobile];
    desk = await desktop.newPage();
    phone = await mobile.newPage();

    const dispatcher = await signInByApi('diaodu');
    const plants = await dispatcher.all('plants', plantPage);
    plant = plants.find(({ enterpriseId }) => enterpriseId === dispatcher.user.enterpriseId)!;
    siteAt = destination(positionOf(plant), TO_SITE.headingDeg, TO_SITE.distanceM);
    await dispatcher.post('sites', siteView, {
      enterpriseId: plant.enterpriseId,
      name: SITE_NAME,
      projectName: '浦沿滨水公园',
      contractor: '钱江建设',
      position: { lng: siteAt.lng, lat: siteAt.lat, crs: 'wgs84' },
    });
  });

  test.afterAll(async () => {
    truck?.close();
    intruder?.close();
    await Promise.all(contexts.map((context) => context.close()));
  });

  const alertCard = (code: string, plateNo: string) =>
    desk.locator(`[data-testid="alert-card"][data-alert-code="${code}"][data-plate="${plateNo}"]`);
  const nextStage = (stage: string) =>
    phone.locator(`[data-testid="next-stage"][data-stage="${stage}"]`);
  /** The guard lets the next tap through ten seconds after the last. */
  const tap = (stage: string) => nextStage(stage).click({ timeout: 30_000 });

  test('the dispatcher enters an order for a plant within its radius', async () => {
    await signInAt(desk, '/dispatcher', 'diaodu');
    await desk.getByTestId('new-order').click();
    await desk.getByTestId('order-site').click();
    await desk.getByTitle(SITE_NAME).click();
    await desk
      .locator('[data-testid="plant-option"][data-in-range="true"]')
      .filter({ hasText: plant.name })
      .getByRole('radio')
      .check();
    await desk.getByTestId('order-pour-location').fill('3# 楼 12 层梁板');
    await desk.getByTestId('order-planned').fill('24');
    await desk.getByTestId('order-submit').click();

    await expect(desk.getByTestId('order-detail')).toContainText(SITE_NAME);
    await expect(desk.getByTestId('load-row')).not.toHaveCount(0);
  });

  test('a plant out of radius is refused with the distance and the limit', async () => {
    const dispatcher = await signInByApi('diaodu');
    const farAway = DEMO_SITES.find(({ key }) => key === 'changhe')!;
    const refusedAt = destination(wgs84(farAway.lng, farAway.lat), 225, 60_000);
    const answer = await dispatcher.post(
      'plant-options',
      z.object({ items: z.array(z.record(z.string(), z.unknown())) }),
      { position: { lng: refusedAt.lng, lat: refusedAt.lat, crs: 'wgs84' } },
    );

    expect(answer.items[0]).toMatchObject({ isInRange: false, limitM: 20_000 });
    expect(answer.items[0]?.['distanceM']).toBeGreaterThan(20_000);
  });

  test('assigns a mixer by hand, every refused one with its reason', async () => {
    await desk.getByTestId('assign-load').first().click();
    const refused = desk.locator('[data-testid="candidate-row"][data-may-assign="false"]');
    await expect(refused.filter({ hasText: unregistered().plateNo })).toContainText('未备案');
    await takePicture(desk, 'dispatcher-assign');
    await desk.getByTestId('assign-candidate').first().click();

    await expect(desk.getByTestId('load-row').first()).toContainText(/浙A/);
    const dispatcher = await signInByApi('diaodu');
    const { items } = await dispatcher.get('trips?isOpen=true', tripPage);
    trip = items.find(({ siteName }) => siteName === SITE_NAME)!;
    const order = await dispatcher.get(`orders/${trip.orderId}`, orderDetailView);
    assignment = order.loads.find(({ assignment: held }) => held !== null)!.assignment!;
  });

  test('the driver signs in by a code, once, and checks in with his vehicle', async () => {
    await desk.getByTestId('device-code-open').click();
    await desk.getByTestId('device-code-driver').click();
    await desk.keyboard.type(assignment.driverName);
    await desk
      .locator('.ant-select-item-option')
      .filter({ hasText: assignment.driverName })
      .click();
    await desk.getByTestId('device-code-issue').click();
    deviceCode = await desk.getByTestId('device-code').innerText();
    const dialog = desk.getByRole('dialog').filter({ has: desk.getByTestId('device-code') });
    await dialog.getByRole('button', { name: /close|关闭/i }).click();
    await expect(dialog).toBeHidden();

    await phone.goto(`${productUnderTest().baseUrl}/driver`);
    await phone.getByTestId('device-code').fill(deviceCode);
    await phone.getByTestId('device-sign-in').click();
    await phone.getByTestId('plate-input').fill(assignment.plateNo ?? '');
    await phone.getByTestId('check-in').click();

    await expect(phone.getByTestId('trip')).toContainText(SITE_NAME);
    await takePicture(phone, 'driver-trip');
  });

  test('the truck reports by its terminal and the driver’s tap starts the loading', async () => {
    const { jt808Port } = productUnderTest();
    const admin = await signInByApi('guanlizhan');
    const terminals = await admin.all('terminals', terminalPage);
    const known = terminals.find(({ vehicleId }) => vehicleId === assignment.vehicleId)!;
    truck = await Truck.start(
      {
        phone: known.phone,
        version: '2013',
        registration: {
          provinceId: 33,
          cityId: 100,
          manufacturer: known.manufacturer ?? 'TYSIM',
          model: 'TY-808',
          terminalNo: known.terminalNo ?? 'S000001',
          plateColor: 2,
          plateNo: assignment.plateNo ?? '',
        },
      },
      jt808Port,
      positionOf(plant),
    );
    await tap('loading');
    await truck.stand(2);

    await expect(nextStage('en_route')).toBeVisible();
    const plantDesk = await signInByApi('bangfang');
    await plantDesk.post('batch-records', batchRecordView, {
      tripId: trip.id,
      vehicleId: assignment.vehicleId,
      plantId: plant.id,
      grade: 'C30',
      batchedM3: 12,
      batchedAt: new Date().toISOString(),
    });
  });

  test('a loaded truck beyond its plant’s range raises exactly one alert', async () => {
    test.setTimeout(240_000);
    const admin = await signInByApi('guanlizhan');
    await admin.post(`plants/${plant.id}/ranges`, plantView, {
      radiusM: CUT_RADIUS_M,
      effectiveFrom: new Date().toISOString(),
      reason: '交通管制期间临时缩短作业半径',
    });
    await truck?.driveTo(siteAt, SPEED_KPH);
    const overRadius = alertCard('over_radius', assignment.plateNo ?? '');

    await expect(overRadius).toHaveCount(1);
    await expect(desk.getByTestId('load-row').first()).toContainText(/重车在途|等待卸料/);
    await takePicture(desk, 'over-radius-alert');
    await truck?.stand(3);
    await expect(desk.getByTestId('load-row').first()).toContainText('等待卸料');
    await expect(overRadius).toHaveCount(1);
  });

  test('the dispatcher acknowledges the alert and jumps to it on the map', async () => {
    const card = alertCard('over_radius', assignment.plateNo ?? '');
    await card.getByTestId('alert-locate').click();
    await card.getByTestId('alert-acknowledge').click();

    await expect(card).toHaveAttribute('data-alert-state', 'acknowledged');
  });

  test('the driver taps on without signal and nothing is lost', async () => {
    await expect(nextStage('unloading')).toBeVisible({ timeout: 30_000 });
    await phone.context().setOffline(true);
    await tap('unloading');
    await expect(phone.getByTestId('waiting')).toBeVisible();
    await tap('unloaded');
    await phone.context().setOffline(false);

    await expect(phone.getByTestId('waiting')).toBeHidden({ timeout: 30_000 });
    await expect(desk.getByTestId('load-row').first()).toContainText(/空车回站/);
  });

  test('the dispatcher plays the truck’s way again and takes it home as a file', async () => {
    await desk.getByTestId('replay-open').click();
    const panel = desk.getByTestId('replay-panel');
    await expect(panel.getByTestId('replay-stages')).not.toHaveCount(0);
    await expect(panel.getByTestId('replay-alerts')).not.toHaveCount(0);
    const clock = panel.getByTestId('replay-clock');
    const start = await clock.innerText();
    await panel.getByTitle('×60').click();
    await panel.getByTestId('replay-toggle').click();
    await expect(clock).not.toHaveText(start);
    await takePicture(desk, 'dispatcher-replay');

    const download = desk.waitForEvent('download');
    await panel.getByTestId('replay-export-csv').click();
    expect((await download).suggestedFilename()).toContain(assignment.plateNo);
    await panel.getByTestId('replay-close').click();
    await expect(panel).toBeHidden();
  });

  test('an unregistered vehicle in the built-up area raises exactly one alert', async () => {
    const mixer = unregistered();
    intruder = await Truck.start(identityOf(mixer, '2019'), productUnderTest().jt808Port, BUILT_UP);
    await intruder.stand(4);
    const card = alertCard('unregistered_in_zone', mixer.plateNo);

    await expect(card).toHaveCount(1);
    await intruder.stand(2);
    await expect(card).toHaveCount(1);
  });

  test('the officer asks about the truck and reads one verdict', async ({ browser }) => {
    const patrol = await browser.newContext(PHONE);
    contexts.push(patrol);
    const page = await patrol.newPage();
    await signInAt(page, '/police', 'jiaojing');
    await page.getByTestId('plate-input').fill(assignment.plateNo ?? '');
    await page.getByTestId('ask').click();

    await expect(page.getByTestId('verdict')).toHaveAttribute('data-verdict', 'may_pass');
    await expect(page.getByTestId('facts')).toContainText(/\*\*|＊/);
    await takePicture(page, 'police-verdict');
    await page.getByTestId('disclose').click();
    await page.getByTestId('purpose').fill('核对驾驶员身份证');
    await page.getByTestId('disclose-now').click();
    await expect(page.getByTestId('disclosed')).toContainText(assignment.driverName);

    await page.getByTestId('another').click();
    await page.getByTestId('plate-input').fill('浙A99Z99');
    await page.getByTestId('ask').click();
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-verdict', 'not_registered');
  });
});
