import { expect, test } from '@playwright/test';
import { orderDetailView, orderPage, plantPage, sitePage } from '@tongyun/contracts';
import { ROLES } from '@tongyun/kernel';
import { z } from 'zod';
import { ApiSession } from '../../apps/simulator/src/index.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '../../database/seeds/demo/sign-ins.js';
import { isRunning } from './support/command.js';
import { Commands } from './support/commands.js';

const DEMO = 'scripts/demo.mjs';
/** Long enough for a build where the sources are newer than the last one. */
const FIRST_START_MS = 240_000;
/** Nothing to load again: a fraction of the first start, unless two other products are at work beside it. */
const NEXT_START_MS = 120_000;
const STOP_MS = 30_000;
const users = z.object({ items: z.array(z.object({ username: z.string().nullable() })) });

test.describe.configure({ mode: 'serial' });

test.describe('the command for the demo', () => {
  test.setTimeout(360_000);
  let commands: Commands;

  test.beforeAll(async () => {
    commands = await Commands.prepare();
  });
  test.afterEach(() => commands.end());
  test.afterAll(() => commands.forget());

  test('the demo says where it is and how each role signs in, and leaves nothing behind', async () => {
    const demo = commands.run(DEMO, 'demo');
    await demo.says(
      new RegExp(`^Tongyun 砼运: http://\\S+:${commands.ports.port}$`, 'm'),
      FIRST_START_MS,
    );
    await demo.says(new RegExp(`^Terminals .*: port ${commands.ports.jt808Port}$`, 'm'), STOP_MS);
    await demo.says(new RegExp(`password ${DEMO_PASSWORD}`), STOP_MS);
    for (const role of ROLES.filter((name) => name !== 'driver')) {
      const [, username = ''] = await demo.says(new RegExp(`^  (\\S+) +${role} `, 'm'), STOP_MS);
      const { user } = await ApiSession.signIn(commands.baseUrl, username, DEMO_PASSWORD);
      expect(user.roles).toContain(role);
    }
    await demo.says(/^simulator: \d+ vehicles of \d+ enterprises/m, NEXT_START_MS);
    await enterOrder();
    const children = demo.children();
    expect(children).toHaveLength(2);

    expect(await demo.interrupt(STOP_MS)).toBe(0);
    expect(children.filter(isRunning)).toEqual([]);
    expect(await commands.isAnyPortOpen()).toBe(false);
  });

  test('started again, the demo has what was entered and loads nothing anew', async () => {
    const demo = commands.run(DEMO, 'demo');
    await demo.says(/^simulator: \d+ vehicles/m, NEXT_START_MS);
    const dispatcher = await ApiSession.signIn(commands.baseUrl, 'diaodu', DEMO_PASSWORD);
    const orders = await dispatcher.all('orders', orderPage);

    expect(orders.filter(({ pourLocation }) => pourLocation === POUR_LOCATION)).toHaveLength(1);
    const administrator = await ApiSession.signIn(commands.baseUrl, 'xitong', DEMO_PASSWORD);
    const { items } = await administrator.get('users?limit=200', users);
    const usernames = items.flatMap(({ username }) => username ?? []);
    expect(usernames.toSorted()).toEqual(DEMO_SIGN_INS.map(({ username }) => username).toSorted());
    expect(await demo.interrupt(STOP_MS)).toBe(0);
  });

  const POUR_LOCATION = '停机前录入的 5 层柱';
  async function enterOrder(): Promise<void> {
    const dispatcher = await ApiSession.signIn(commands.baseUrl, 'diaodu', DEMO_PASSWORD);
    const plants = await dispatcher.all('plants', plantPage);
    const own = plants.find(({ enterpriseId }) => enterpriseId === dispatcher.user.enterpriseId)!;
    const [site] = await dispatcher.all('sites', sitePage);
    await dispatcher.post('orders', orderDetailView, {
      siteId: site!.id,
      plantId: own.id,
      grade: 'C30',
      slumpMm: 180,
      placingMethod: 'chute',
      pourLocation: POUR_LOCATION,
      plannedM3: 8,
      rateM3PerHour: 30,
      firstOnSiteAt: new Date(Date.now() + 3 * 3_600_000).toISOString(),
      isPumpNeeded: false,
    });
  }
});
