import {
  type DayPlanView,
  dayPlanView,
  orderPage,
  orderView,
  type PlannedLoadView,
  sitePage,
} from '@tongyun/contracts';
import { addMinutes, operatingDayOf } from '@tongyun/kernel';
import { expect, type Page, test } from '@playwright/test';
import type { ApiSession } from '../../apps/simulator/src/index.js';
import { DEMO_ORDERS_TOMORROW } from '../../database/seeds/demo/orders.js';
import { signInAt, signInByApi } from './support/people.js';
import { takePicture } from './support/pictures.js';
import startProduct from './support/start-product.js';

const MIN_PER_DAY = 1_440;
const tomorrow = operatingDayOf(addMinutes(new Date(), MIN_PER_DAY), 4, 'Asia/Shanghai');

/** Of the enterprise whose dispatcher plans. */
const ORDERED_M3 = DEMO_ORDERS_TOMORROW.filter(({ plant }) => plant === 'puyan').reduce(
  (sum, { plannedM3 }) => sum + plannedM3,
  0,
);

/** Loaded late at night, the last of the demo's pours of today begin after four: in the day that is planned here. */
async function cancelPoursOfToday(dispatcher: ApiSession): Promise<void> {
  const ordered = await dispatcher.all(`orders?operatingOn=${tomorrow}`, orderPage);
  const ofToday = ordered.filter(
    (order) => !DEMO_ORDERS_TOMORROW.some((it) => it.pourLocation === order.pourLocation),
  );
  const cancelled = { state: 'cancelled', reason: '改期' };
  for (const order of ofToday) {
    await dispatcher.change(`orders/${order.id}/state`, orderView, cancelled, order);
  }
}

const HOUR_MS = 3_600_000;
const isApart = (one: PlannedLoadView, other: PlannedLoadView) =>
  Date.parse(one.backAt) + HOUR_MS < Date.parse(other.loadFromAt) ||
  Date.parse(other.backAt) + HOUR_MS < Date.parse(one.loadFromAt);

/** A load, and a truck of a large enough drum that works for sites in town at another time of day. */
function findMove({ loads, vehicles }: DayPlanView) {
  for (const load of loads) {
    for (const vehicle of vehicles) {
      const own = loads.filter(({ vehicleId }) => vehicleId === vehicle.id);
      const isOther = own.length > 0 && vehicle.id !== load.vehicleId;
      const isFree = own.every((other) => isApart(load, other));
      if (isOther && isFree && vehicle.drumM3! >= load.m3) return { load, vehicle };
    }
  }
  throw new Error('no load could go on another truck');
}

const barOf = (page: Page, itemId: string) =>
  page.locator(`[data-testid="gantt-bar"][data-item-id="${itemId}"]`);
const rowOf = (page: Page, rowId: string) =>
  page.locator(`[data-testid="gantt-label"][data-row-id="${rowId}"]`);

async function dragOnto(page: Page, itemId: string, rowId: string): Promise<void> {
  const bar = (await barOf(page, itemId).boundingBox())!;
  const row = (await rowOf(page, rowId).boundingBox())!;
  const x = bar.x + 12;
  await page.mouse.move(x, bar.y + bar.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, row.y + row.height / 2, { steps: 6 });
  await expect(page.getByTestId('gantt-ghost')).toBeVisible();
  await page.mouse.up();
}

test.describe('the plan of a day', () => {
  test.describe.configure({ mode: 'serial' });
  test.use({ viewport: { width: 1440, height: 900 } });

  let endProduct: (() => Promise<void>) | undefined;
  test.beforeAll(async () => {
    endProduct = await startProduct();
  });
  test.afterAll(() => endProduct?.());

  test('is made, released, changed by a drag, and mended when a pump breaks down', async ({
    page,
  }) => {
    const dispatcher = await signInByApi('diaodu');
    const { items: sites } = await dispatcher.get('sites?limit=1', sitePage);
    const { enterpriseId } = sites[0]!;
    const ofDay = `day-plans?enterpriseId=${enterpriseId}&operatingOn=${tomorrow}`;
    await cancelPoursOfToday(dispatcher);
    await signInAt(page, '/plan', 'diaodu');

    await page.getByTestId('plan-day-now').click();
    await expect(page.getByTestId('planning-served')).toContainText(`/ ${ORDERED_M3} m³`);
    await page.getByTestId('planning-take-best').click();
    await expect(page.getByTestId('plan-revision')).toHaveAttribute('data-revision', '1');
    await expect(page.getByTestId('figure-served')).toContainText(`${ORDERED_M3} / ${ORDERED_M3}`);
    await expect(page.getByTestId('gantt-bar').first()).toHaveAttribute('data-state', 'planned');

    await page.getByTestId('plan-release').click();
    await expect(page.getByTestId('release-preview')).toContainText('将通知');
    await page.getByTestId('release-confirm').click();
    // Everybody's whole duty is judged before it answers: beside another product's start that takes its time.
    await expect(page.getByTestId('release-result')).toContainText('已通知', { timeout: 60_000 });
    await expect(page.getByTestId('release-refused')).toHaveCount(0);
    await page.getByTestId('release-confirm').click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByTestId('plan-told')).toHaveAttribute('data-told', 'told');
    await expect(page.getByTestId('gantt-bar').first()).toHaveAttribute('data-state', 'released');

    await page.getByTestId('gantt-bar').first().click();
    await expect(page.getByTestId('why-second-best')).toContainText(/次优|无车可替/);

    const { load, vehicle } = findMove(await dispatcher.get(ofDay, dayPlanView));
    await dragOnto(page, load.id, vehicle.id);
    await expect(page.getByTestId('move-verdict')).toHaveAttribute('data-allowed', 'true');
    await page.getByTestId('move-confirm').click();
    await expect(page.getByTestId('moved-load')).toContainText(vehicle.fleetNo!);
    await expect(barOf(page, load.id)).toHaveAttribute('data-pinned', 'true');

    const { pumpJobs } = await dispatcher.get(ofDay, dayPlanView);
    await page.getByTestId('gantt-rows').getByText('泵车').click();
    await barOf(page, pumpJobs[0]!.id).click();
    await page.getByTestId('event-menu').click();
    await page.getByTestId('event-pump_down').click();
    await page.getByTestId('event-reason').fill('泵管破裂');
    await page.getByTestId('event-mend').click();
    await expect(page.getByTestId('last-change')).toContainText('泵车故障：泵管破裂');
    await page.getByTestId('gantt-rows').getByText('车辆').click();
    const taken = page
      .getByTestId('moved-pump')
      .filter({ has: page.getByTestId('why-moved').getByText('泵车故障') });
    await expect(taken.first()).toBeVisible();
    await expect(page.getByTestId('plan-told')).toHaveAttribute('data-told', 'behind');
    await expect(page.locator('.ant-segmented-thumb')).toHaveCount(0);
    await takePicture(page, 'day-plan');
  });

  test('mends the plan after a call, and says whom to call in, what is short, and what if', async ({
    page,
  }) => {
    await signInAt(page, '/plan', 'diaodu');
    const views = page.getByTestId('plan-views');
    await views.getByText('要料').click();
    await page.getByTestId('orders-table').getByRole('checkbox').nth(2).check();
    await page.keyboard.press('a');
    await page.getByTestId('call-m3').fill('6');
    await page.getByTestId('call-caller').fill('李工');
    await page.getByTestId('call-confirm').click();
    await expect(page.getByTestId('plan-news')).toContainText('现场情况');
    await expect(page.getByTestId('figure-served')).toContainText(
      `${ORDERED_M3 + 6} / ${ORDERED_M3 + 6}`,
    );

    await views.getByText('叫班').click();
    await expect(page.getByTestId('call-ins-count')).toContainText('不可出车 0 人');
    await views.getByText('产能').click();
    await expect(page.getByTestId('plant-capacity')).toContainText(`订货 ${ORDERED_M3 + 6} m³`);

    await views.getByText('推演').click();
    await page.getByText('少一台车').click();
    await page.getByTestId('what-if-vehicle').click();
    await page.locator('.ant-select-item-option:visible').first().click();
    await page.getByTestId('what-if-ask').click();
    await expect(page.getByTestId('what-if-answer')).toContainText('已排方量');
  });
});
