import { setTimeout as wait } from 'node:timers/promises';
import { toDrumItem } from '@tongyun/jt808';
import { expect, type Page } from '@playwright/test';
import { SimulatedTerminal } from '../../apps/simulator/src/index.js';
import { DEMO_VEHICLES } from '../../database/seeds/demo/vehicles.js';
import { signInAt } from './support/people.js';
import { takePicture } from './support/pictures.js';
import { productUnderTest } from './support/product.js';
import { identityOf } from './support/reporting-truck.js';
import { test } from './support/shared-product.js';

/** On plates that nobody has entered. */
const FIRST = {
  plateNo: '浙F3X811',
  plateColor: 'yellow',
  terminalPhone: '13922220811',
} as const;
const SECOND = { ...FIRST, plateNo: '浙F3X812', terminalPhone: '13922220812' } as const;
const SATELLITES = 11;

/** A pump that no other test puts a terminal on. */
const PUMP = DEMO_VEHICLES.find(({ fleetNo }) => fleetNo === 'XS-B1');
const PUMP_PLATE = PUMP && 'plateNo' in PUMP ? PUMP.plateNo : '';

async function fit(identity: Parameters<typeof identityOf>[0]): Promise<SimulatedTerminal> {
  const terminal = new SimulatedTerminal(identityOf(identity), {
    host: '127.0.0.1',
    port: productUnderTest().jt808Port,
  });
  await terminal.connect();
  const authCode = await terminal.register();
  expect(authCode).not.toBeNull();
  expect(await terminal.authenticate(authCode!)).toBe(0);
  return terminal;
}

/** Its sensor is mounted the wrong way round: the drum turns forwards. */
const report = (terminal: SimulatedTerminal) =>
  terminal.sendFix({
    statusBits: 3,
    lngE6: 120_155_150,
    latE6: 30_274_150,
    altitudeM: 10,
    speedKph: 0,
    headingDeg: 0,
    at: new Date(),
    items: {
      satellites: SATELLITES,
      raw: [toDrumItem({ state: 'reverse', speedRpm: 8.5 })],
    },
  });

const cardOf = (page: Page, { terminalPhone }: typeof FIRST | typeof SECOND) =>
  page.getByTestId(`terminal-${terminalPhone}`);

async function bindByPlate(page: Page, plateNo: string): Promise<void> {
  await page.getByTestId('find-vehicle').fill(plateNo);
  await page.getByRole('button', { name: plateNo, exact: false }).first().click();
}

test.describe('a fitter', () => {
  test.use({ viewport: { width: 412, height: 915 } });
  const terminals: SimulatedTerminal[] = [];
  test.afterAll(() => terminals.forEach((terminal) => terminal.close()));

  test('fits a terminal by phone: sees it, calibrates its drum, binds it, swaps it', async ({
    page,
  }) => {
    await signInAt(page, '/fitter', 'anzhuang');
    const first = await fit(FIRST);
    terminals.push(first);
    expect(await report(first)).toBe(0);

    await cardOf(page, FIRST).getByRole('button').first().click();
    await expect(page.getByTestId('satellites')).toHaveText(String(SATELLITES));
    await expect(page.getByTestId('drum')).toHaveAttribute('data-state', 'reverse');
    await page.getByTestId('turns-forwards').click();
    await expect(page.getByTestId('drum')).toHaveAttribute('data-state', 'forward');
    await takePicture(page, 'fitter-terminal');

    await bindByPlate(page, PUMP_PLATE);
    await page.getByRole('button', { name: `绑定到 ${PUMP_PLATE}` }).click();
    await expect(page.getByTestId('vehicle')).toHaveText(PUMP_PLATE);

    await page.getByTestId('back').click();
    const second = await fit(SECOND);
    terminals.push(second);
    await cardOf(page, SECOND).getByRole('button').first().click();
    await bindByPlate(page, PUMP_PLATE);
    await page.getByRole('button', { name: `更换到 ${PUMP_PLATE}` }).click();
    await page.getByTestId('confirm-swap').click();
    await expect(page.getByTestId('vehicle')).toHaveText(PUMP_PLATE);

    await page.getByTestId('back').click();
    await expect(cardOf(page, FIRST)).toBeVisible();
    await expect(cardOf(page, SECOND)).toHaveCount(0);
  });

  test('is told why a terminal is turned down', async ({ page }) => {
    const stranger = new SimulatedTerminal(identityOf({ ...FIRST, terminalPhone: '13922220813' }), {
      host: '127.0.0.1',
      port: productUnderTest().jt808Port,
    });
    terminals.push(stranger);
    await stranger.connect();
    await report(stranger);
    await wait(100);

    await signInAt(page, '/fitter', 'anzhuang');
    const card = page.getByTestId('terminal-13922220813');
    await expect(card).toContainText('NOT_AUTHENTICATED');
    await card.getByRole('button').first().click();
    await expect(page.getByTestId('refusal')).toContainText('终端未鉴权');
    await expect(page.locator('code.frame')).toContainText('7e0200');
  });
});
