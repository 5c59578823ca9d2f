import { expect, type Page, type WebSocketRoute } from '@playwright/test';
import { alertPage } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { type DemoMixer, DEMO_VEHICLES } from '../../database/seeds/demo/vehicles.js';
import { signInAt, signInByApi } from './support/people.js';
import { productUnderTest } from './support/product.js';
import { identityOf, ReportingTruck } from './support/reporting-truck.js';
import { test } from './support/shared-product.js';

/** Inside the built-up area and no other zone. */
const BUILT_UP = wgs84(120.2, 30.28);
const CONFIRMED_BY_FIXES = 3;
/** The fixes are a second apart, all in the past, and none before the demo drew its zones. */
const BEGAN_MS_AGO = 3_000;
/** A product that has just started judges nothing for some seconds. */
const JUDGED_WITHIN = { timeout: 60_000, intervals: [500] };

const withoutPass = DEMO_VEHICLES.find(
  (vehicle): vehicle is DemoMixer => vehicle.kind === 'mixer' && vehicle.papers === 'no_pass',
)!;

/** The page's live connection, to be cut and mended. */
async function holdLive(page: Page): Promise<{ cut(): Promise<void>; mend(): void }> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await page.route(/socket\.io/, (route) => (isCut ? route.abort() : route.continue()));
  await page.routeWebSocket(/socket\.io/, async (socket) => {
    if (isCut) return socket.close();
    socket.connectToServer();
    open.add(socket);
  });
  return {
    async cut() {
      isCut = true;
      for (const socket of open) await socket.close();
      open.clear();
    },
    mend: () => (isCut = false),
  };
}

test('an alert raised while the desk was cut off is there and is told afterwards', async ({
  page,
}) => {
  const live = await holdLive(page);
  await signInAt(page, '/dispatcher', 'diaodu-bc');
  const state = page.getByTestId('live-state');
  await expect(state).toHaveAttribute('data-state', 'live');
  await live.cut();
  await expect(state).not.toHaveAttribute('data-state', 'live');

  const { jt808Port } = productUnderTest();
  const startsAt = new Date(Date.now() - BEGAN_MS_AGO);
  const truck = new ReportingTruck(identityOf(withoutPass), jt808Port, BUILT_UP, startsAt);
  try {
    await truck.connect();
    for (let nth = 0; nth < CONFIRMED_BY_FIXES; nth += 1) await truck.report();
  } finally {
    truck.close();
  }
  const dispatcher = await signInByApi('diaodu-bc');
  const raised = async () => (await dispatcher.get('alerts?code=no_pass', alertPage)).items.length;
  await expect.poll(raised, JUDGED_WITHIN).toBeGreaterThan(0);
  const card = page.locator(
    `[data-testid="alert-card"][data-alert-code="no_pass"][data-plate="${withoutPass.plateNo}"]`,
  );
  await expect(card).toHaveCount(0);
  live.mend();

  await expect(card).toHaveCount(1, { timeout: 30_000 });
  await expect(page.getByTestId('alerts-panel').getByRole('alert')).toContainText(
    withoutPass.plateNo,
  );
});
