import {
  type AssignmentView,
  batchRecordView,
  deviceCodeView,
  type DriverDayView,
  driverDayView,
  type OrderDetailView,
  orderDetailView,
  plantPage,
  siteView,
  vehiclePage,
} from '@tongyun/contracts';
import { destination, wgs84 } from '@tongyun/geo';
import { operatingDayOf } from '@tongyun/kernel';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type ApiSession } from '../../apps/simulator/src/index.js';
import { BusyDesk } from './support/busy-desk.js';
import { signInAt, signInByApi } from './support/people.js';
import { takePicture } from './support/pictures.js';
import { productUnderTest } from './support/product.js';
import startProduct from './support/start-product.js';
import { TappingDriver } from './support/tapping-driver.js';

const PHONE = { viewport: { width: 412, height: 915 }, hasTouch: true, isMobile: true } as const;

const SITE_M = 600;

const rowOf = (page: Page, orderNo: string) =>
  page.locator(`[data-testid="order-row"][data-order-no="${orderNo}"]`);

/** What has to be said to order the same again. */
const orderAsked = (order: OrderDetailView) => ({
  siteId: order.site.id,
  plantId: order.plantId,
  grade: order.grade,
  slumpMm: order.slumpMm,
  placingMethod: order.placingMethod,
  rateM3PerHour: order.rateM3PerHour,
  firstOnSiteAt: order.firstOnSiteAt,
  isPumpNeeded: order.isPumpNeeded,
});

test.describe('the plant desk', () => {
  let desk: Page;
  let phone: Page;
  let contexts: BrowserContext[];
  let dispatcher: ApiSession;
  let crews: { readonly assignment: AssignmentView; readonly driver: TappingDriver }[];

  let endProduct: (() => Promise<void>) | undefined;

  test.beforeAll(async ({ browser }) => {
    endProduct = await startProduct();
    contexts = [await browser.newContext(), await browser.newContext(PHONE)];
    desk = await contexts[0]!.newPage();
    phone = await contexts[1]!.newPage();
    dispatcher = await signInByApi('diaodu');
    const plants = await dispatcher.all('plants', plantPage);
    const plant = plants.find(({ enterpriseId }) => enterpriseId === dispatcher.user.enterpriseId)!;
    const at = destination(wgs84(plant.position.lng, plant.position.lat), 40, SITE_M);
    const site = await dispatcher.post('sites', siteView, {
      enterpriseId: plant.enterpriseId,
      name: '浦沿学校工地',
      projectName: '浦沿学校扩建',
      contractor: '钱江建设',
      position: { lng: at.lng, lat: at.lat, crs: 'wgs84' },
      contactName: '沈工',
      contactPhone: '13700001234',
    });
    const busy = new BusyDesk(dispatcher, plant, site, new Date());
    const vehicles = await dispatcher.all('vehicles', vehiclePage);
    crews = [];
    for (let nth = 0; nth < 2; nth += 1) {
      const assignment = await busy.takeAndAssign();
      const vehicle = vehicles.find(({ id }) => id === assignment.vehicleId)!;
      const { baseUrl } = productUnderTest();
      const driver = await TappingDriver.checkIn(baseUrl, dispatcher, assignment, vehicle);
      crews.push({ assignment, driver });
    }
    await signInAt(desk, '/plant', 'bangfang');
    await desk.getByRole('combobox', { name: '搅拌站' }).click();
    await option(plant.name).click();
  });
  test.afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await endProduct?.();
  });

  const plateOf = (nth: number): string => crews[nth]!.assignment.plateNo ?? '';
  const queued = (plate: string) =>
    desk.locator(`[data-testid="queued-truck"][data-plate="${plate}"]`);
  const option = (name: string) =>
    desk.locator('.ant-select-item-option').filter({ hasText: name });
  const panel = () => desk.getByTestId('truck-panel');

  test('calls the next truck, batches what the system knows, weighs and prints its ticket', async () => {
    await expect(queued(plateOf(0))).toHaveAttribute('data-state', 'waiting');
    await queued(plateOf(0)).click();
    await desk.getByTestId('call-this').first().click();
    await expect(queued(plateOf(0))).toHaveAttribute('data-state', 'called');
    await expect(queued(plateOf(1))).toHaveAttribute('data-state', 'waiting');

    await desk.getByTestId('batch-submit').click();
    await expect(desk.getByTestId('batched')).toContainText('8.00 m³');
    await expect(queued(plateOf(0))).toHaveAttribute('data-state', 'batched');
    for (const [kind, kg] of [
      ['tare', '14200'],
      ['gross', '33400'],
    ]) {
      await panel().getByTestId(`weigh-${kind}`).fill(kg!);
      await panel().getByTestId(`weigh-${kind}-submit`).click();
      await expect(panel().getByTestId(`weigh-${kind}`)).toHaveValue(kg!);
    }
    await expect(desk.getByTestId('net')).toContainText('19200 kg · 2400 kg/m³');
    await desk.getByTestId('test-inspector').fill('陈工');
    await desk.getByTestId('test-submit').click();
    await desk.getByTestId('issue-ticket').click();

    const ticket = panel().getByTestId('ticket');
    await expect(ticket).toContainText('浦沿学校扩建');
    await expect(ticket).toContainText('19200 kg');
    await takePicture(desk, 'plant-desk');
    await desk.emulateMedia({ media: 'print' });
    await expect(desk.locator('.print-only')).toBeVisible();
    await expect(panel()).toBeHidden();
    await desk.emulateMedia({ media: null });
  });

  test('keeps the laboratory’s book: a mix design, a material, and what a ticket’s load came to', async () => {
    const ticketNo = (await panel().getByTestId('ticket-no').first().textContent())!;
    await desk.getByTestId('laboratory').click();
    const book = desk.getByRole('dialog');
    const record = async (form: string, fields: Readonly<Record<string, string>>) => {
      for (const [label, words] of Object.entries(fields)) {
        await book.getByTestId(form).getByLabel(label, { exact: true }).fill(words);
      }
      await book.getByTestId(form).getByRole('button').last().click();
    };
    await book.getByTestId('mix-form').getByRole('spinbutton').fill('320');
    await record('mix-form', { 配合比编号: 'PY-C30-01', 强度等级: 'C30', 批准人: '陈工' });
    await expect(book.getByRole('row').filter({ hasText: 'PY-C30-01' })).toContainText(
      '水泥 320 kg',
    );

    await book.getByRole('tab', { name: '原材料检验' }).click();
    await record('lot-form', {
      批号: 'SN-1102',
      供应单位: '钱江水泥',
      报告编号: 'YC-0871',
      试验员: '陈工',
    });
    await expect(book.getByRole('row').filter({ hasText: 'SN-1102' })).toContainText('现用');

    await book.getByRole('tab', { name: '强度检验' }).click();
    await record('strength-form', {
      发货单编号: ticketNo,
      '强度 MPa': '36.5',
      报告编号: 'KY-0042',
      试验员: '陈工',
    });
    await expect(book.getByRole('row').filter({ hasText: 'KY-0042' })).toContainText('36.5');
    await desk.locator('.ant-drawer-close').click();
  });

  test('gives no ticket to a truck while its concrete is in another', async () => {
    await queued(plateOf(1)).click();
    await desk.getByTestId('batch-vehicle').click();
    await option(plateOf(0)).click();
    await desk.getByTestId('batch-submit').click();

    const mismatch = desk.getByTestId('mismatches');
    await expect(mismatch).toContainText(`应为 ${plateOf(1)}，实际 ${plateOf(0)}`);
    await expect(desk.getByTestId('issue-ticket')).toBeDisabled();
    await mismatch.getByTestId('mismatch-void').click();
    await desk.getByTestId('reason-text').fill('误记，料在厂内处理');
    await desk.getByTestId('reason-confirm').click();
    await expect(mismatch).toBeHidden();
  });

  test('what is on the road goes to another order, and both say by whose leave', async ({
    page,
  }) => {
    const { assignment, driver } = crews[1]!;
    const from = await dispatcher.get(`orders/${assignment.orderId}`, orderDetailView);
    const batcher = await signInByApi('bangfang');
    await batcher.post('batch-records', batchRecordView, {
      tripId: driver.tripId,
      vehicleId: assignment.vehicleId,
      plantId: from.plantId,
      grade: from.grade,
      batchedM3: from.plannedM3,
      batchedAt: new Date().toISOString(),
    });
    while (driver.acknowledged.at(-1)?.claim.stage !== 'en_route') await driver.tap();
    const to = await dispatcher.post('orders', orderDetailView, {
      ...orderAsked(from),
      pourLocation: '2# 楼承台',
      plannedM3: 16,
    });

    await signInAt(page, '/dispatcher', 'diaodu');
    // Before four in the morning what is wanted in ninety minutes may be the next day's.
    if (from.operatingOn !== operatingDayOf(new Date(), 4, 'Asia/Shanghai')) {
      await page.getByRole('button', { name: '后一天' }).click();
    }
    await rowOf(page, from.orderNo).click();
    await page.getByTestId('load-row').getByText(plateOf(1)).click();
    await page.getByTestId('divert-open').click();
    const offer = page.locator(`[data-testid="divert-offer"][data-order-no="${to.orderNo}"]`);
    await expect(offer).toHaveAttribute('data-may-divert', 'true');
    await expect(offer.getByTestId('divert-choose')).toBeDisabled();
    await page.getByTestId('divert-reason').fill('原部位泵管堵塞');
    await page.getByTestId('divert-approved-by').fill('王总工');
    await takePicture(page, 'dispatcher-divert');
    await offer.getByTestId('divert-choose').click();

    const sent = page.getByTestId('order-diversion');
    await expect(sent).toContainText('8 m³');
    await expect(sent).toContainText('批准人 王总工');
    await expect(sent).toHaveAttribute('data-way', 'away');
    await expect(page.getByTestId('order-detail')).toContainText('0+0/8 m³');
    await page.getByTestId('diverted-order').click();
    await expect(sent).toHaveAttribute('data-way', 'here');
    await expect(sent).toContainText(from.orderNo);
    await expect(page.getByTestId('order-detail')).toContainText('0+8/16 m³');
  });

  test('the receiver signs on the driver’s phone', async () => {
    const { assignment, driver } = crews[0]!;
    while (driver.acknowledged.at(-1)?.claim.stage !== 'unloading') await driver.tap();
    const { code } = await dispatcher.post('auth/device-codes', deviceCodeView, {
      driverId: assignment.driverId,
    });
    await phone.goto(`${productUnderTest().baseUrl}/driver`);
    await phone.getByTestId('device-code').fill(code);
    await phone.getByTestId('device-sign-in').click();
    await phone.getByTestId('show-ticket').click();
    await expect(phone.getByTestId('ticket')).toContainText(plateOf(0));
    await phone.getByTestId('accept').click();
    await phone.getByTestId('confirm').click();
    await expect(phone.getByTestId('acceptance-fault')).toBeVisible();
    const box = (await phone.getByTestId('signature-pad').boundingBox())!;
    await phone.mouse.move(box.x + 40, box.y + 40);
    await phone.mouse.down();
    await phone.mouse.move(box.x + 160, box.y + 90, { steps: 6 });
    await phone.mouse.up();
    await takePicture(phone, 'driver-acceptance');
    const answered = phone.waitForResponse('**/driver/acceptances');
    await phone.getByTestId('confirm').click();

    const day = driverDayView.parse(await (await answered).json()) satisfies DriverDayView;
    expect(day.ticket).toMatchObject({ state: 'accepted', acceptance: { signerName: '沈工' } });
    await expect(phone.getByTestId('accepted')).toContainText('8.00');
  });
});
