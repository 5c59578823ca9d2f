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
/** A device that states the number of the second one. */
const ANOTHER_DEVICE = { ...identityOf(SECOND).registration, terminalNo: 'NEW-2' };
const SATELLITES = 11;

/** A pump that no other test puts a terminal on. */
const PUMP = DEMO_VEHICLES.find(({ fleetNo }) => fleetNo === 'XS-B1');
const PUMP_PLATE = PUMP && 'plateNo' in PUMP ? PUMP.plateNo : '';

const terminals: SimulatedTerminal[] = [];

async function connect(identity: ReturnType<typeof identityOf>): Promise<SimulatedTerminal> {
  const terminal = new SimulatedTerminal(identity, {
    host: '127.0.0.1',
    port: productUnderTest().jt808Port,
  });
  terminals.push(terminal);
  await terminal.connect();
  return terminal;
}

async function fit(identity: Parameters<typeof identityOf>[0]): Promise<SimulatedTerminal> {
  const terminal = await connect(identityOf(identity));
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
  test.afterAll(() => terminals.forEach((terminal) => terminal.close()));

  test('fits a terminal by phone: sees it, calibrates its drum, binds it, swaps it', async ({
    page,
  }) => {
    await signInAt(page, '/fitter', 'anzhuang');
    const first = await fit(FIRST);
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
    await fit(SECOND);
    await cardOf(page, SECOND).getByRole('button').first().click();
    await bindByPlate(page, PUMP_PLATE);
    await page.getByRole('button', { name: `更换到 ${PUMP_PLATE}` }).click();
    await page.getByTestId('confirm-swap').click();
    await expect(page.getByTestId('vehicle')).toHaveText(PUMP_PLATE);

    await page.getByTestId('back').click();
    await expect(cardOf(page, FIRST)).toBeVisible();
    await expect(cardOf(page, SECOND)).toHaveCount(0);

    const byItsNumber = await connect({ ...identityOf(SECOND), registration: ANOTHER_DEVICE });
    expect(await byItsNumber.register()).toBeNull();
    const card = cardOf(page, SECOND);
    await expect(card.getByTestId('claim')).toContainText(ANOTHER_DEVICE.terminalNo);
    await card.getByTestId('bind').click();
    await expect(page.getByRole('alertdialog')).toContainText(ANOTHER_DEVICE.terminalNo);
    await page.getByTestId('confirm-swap').click();
    await expect(page.getByTestId('vehicle')).toHaveText(PUMP_PLATE);

    const other = { ...ANOTHER_DEVICE, terminalNo: 'OTHER' };
    const firstComer = await connect({ ...identityOf(SECOND), registration: other });
    expect(await firstComer.register()).toBeNull();
    const mounted = await connect({ ...identityOf(SECOND), registration: ANOTHER_DEVICE });
    expect(await mounted.register()).not.toBeNull();
  });

  test('is told why a terminal is turned down', async ({ page }) => {
    const stranger = await connect(identityOf({ ...FIRST, terminalPhone: '13922220813' }));
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
