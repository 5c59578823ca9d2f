import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { alertPage } from '@tongyun/contracts';
import { expect, test } from '@playwright/test';
import { ApiSession } from '../../apps/simulator/src/index.js';
import { DEMO_PASSWORD } from '../../database/seeds/demo/sign-ins.js';
import { signInAt } from './support/people.js';
import { takePicture, untilMapIsDrawn } from './support/pictures.js';
import { copyDemo } from './support/prepared-demo.js';
import { freePorts, type ProductProcess, startProcess } from './support/product-process.js';

/** What the simulator's stranger carries: nobody has ever entered it. */
const UNKNOWN_PLATE = '浙F9X999';

test.describe('the simulated city', () => {
  let folder: string;
  let product: ProductProcess;
  let simulator: ChildProcess;

  test.beforeAll(async () => {
    const demo = await copyDemo('tongyun-city-');
    folder = demo.folder;
    product = await startProcess(folder, await freePorts(), demo.settings);
    const { baseUrl, jt808Port } = product;
    const args = ['--api', baseUrl, '--jt808', `127.0.0.1:${jt808Port}`, '--speed', '4'];
    simulator = spawn(process.execPath, ['dist/apps/simulator/main.js', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  });

  test.afterAll(async () => {
    const ended = once(simulator, 'exit');
    simulator.kill('SIGTERM');
    await ended;
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows trucks on the move and what goes wrong on the live map', async ({ page }) => {
    test.setTimeout(420_000);
    // On a card of its own, or on one with others of the same cause.
    const alert = (code: string) =>
      page.getByTestId('alerts-panel').locator(`[data-alert-code="${code}"]`);
    // The way into the built-up area takes minutes, in which the map would be drawn for nobody.
    const station = await ApiSession.signIn(product.baseUrl, 'guanlizhan', DEMO_PASSWORD);
    const raised = async (code: string) =>
      (await station.get(`alerts?code=${code}`, alertPage)).items.length;
    const within = { timeout: 300_000, intervals: [2_000] };
    await expect.poll(() => raised('unregistered_in_zone'), within).toBeGreaterThan(0);
    await expect.poll(() => raised('pass_expired'), within).toBeGreaterThan(0);

    await signInAt(page, '/dispatcher', 'guanlizhan', product);
    await expect(page.getByTestId('live-state')).toHaveAttribute('data-state', 'live', {
      timeout: 60_000,
    });
    await expect(alert('unregistered_in_zone').first()).toBeVisible();
    await expect(alert('pass_expired').first()).toBeVisible();
    await untilMapIsDrawn(page);
    await takePicture(page, 'dispatcher-map');
  });

  test('the administration sees the terminals that nobody knows', async ({ page }) => {
    await signInAt(page, '/admin', 'guanlizhan', product);
    await page.getByTestId('tab-terminals').click();

    await expect(page.getByRole('row').filter({ hasText: UNKNOWN_PLATE })).toHaveCount(1);
    await takePicture(page, 'admin-terminals');
  });
});
