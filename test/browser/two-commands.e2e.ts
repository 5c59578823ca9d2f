import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { orderDetailView, orderPage, plantPage, sitePage } from '@tongyun/contracts';
import { ROLES } from '@tongyun/kernel';
import { z } from 'zod';
import { ApiSession } from '../../apps/simulator/src/index.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '../../database/seeds/demo/sign-ins.js';
import { Command, isListening, isRunning } from './support/command.js';
import { freePorts, type Ports } from './support/product-process.js';

const DEMO = 'scripts/demo.mjs';
const START = 'scripts/start.mjs';
/** Long enough for a build where the sources are newer than the last one. */
const FIRST_START_MS = 240_000;
/** Nothing to load again: a fraction of the first start. */
const NEXT_START_MS = 60_000;
const STOP_MS = 30_000;
const users = z.object({ items: z.array(z.object({ username: z.string().nullable() })) });

test.describe.configure({ mode: 'serial' });

test.describe('the two commands', () => {
  test.setTimeout(360_000);
  const started: Command[] = [];
  let folder: string;
  let ports: Ports;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongyun-commands-'));
    ports = await freePorts();
  });

  test.afterEach(() => {
    for (const command of started.splice(0)) command.end();
  });

  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const baseUrl = () => `http://127.0.0.1:${ports.port}`;
  function run(script: string, data: string, settings: Readonly<Record<string, string>> = {}) {
    const command = new Command(script, {
      PORT: String(ports.port),
      JT808_PORT: String(ports.jt808Port),
      DATA_DIR: join(folder, data),
      ...settings,
    });
    started.push(command);
    return command;
  }
  const isAnyPortOpen = async () =>
    (await isListening(ports.port)) || (await isListening(ports.jt808Port));

  test('the demo says where it is and how each role signs in, and leaves nothing behind', async () => {
    const demo = run(DEMO, 'demo');
    await demo.says(new RegExp(`^Tongyun 砼运: http://\\S+:${ports.port}$`, 'm'), FIRST_START_MS);
    await demo.says(new RegExp(`^Terminals .*: port ${ports.jt808Port}$`, 'm'), STOP_MS);
    await demo.says(new RegExp(`password ${DEMO_PASSWORD}`), STOP_MS);
    for (const role of ROLES.filter((name) => name !== 'driver')) {
      const [, username = ''] = await demo.says(new RegExp(`^  (\\S+) +${role} `, 'm'), STOP_MS);
      const { user } = await ApiSession.signIn(baseUrl(), username, DEMO_PASSWORD);
      expect(user.roles).toContain(role);
    }
    await demo.says(/^simulator: \d+ vehicles of \d+ enterprises/m, NEXT_START_MS);
    await enterOrder();
    const children = demo.children();
    expect(children).toHaveLength(2);

    expect(await demo.interrupt(STOP_MS)).toBe(0);
    expect(children.filter(isRunning)).toEqual([]);
    expect(await isAnyPortOpen()).toBe(false);
  });

  test('started again, the demo has what was entered and loads nothing anew', async () => {
    const demo = run(DEMO, 'demo');
    await demo.says(/^simulator: \d+ vehicles/m, NEXT_START_MS);
    const dispatcher = await ApiSession.signIn(baseUrl(), 'diaodu', DEMO_PASSWORD);
    const orders = await dispatcher.all('orders', orderPage);

    expect(orders.filter(({ pourLocation }) => pourLocation === POUR_LOCATION)).toHaveLength(1);
    const administrator = await ApiSession.signIn(baseUrl(), 'xitong', DEMO_PASSWORD);
    const { items } = await administrator.get('users?limit=200', users);
    const usernames = items.flatMap(({ username }) => username ?? []);
    expect(usernames.toSorted()).toEqual(DEMO_SIGN_INS.map(({ username }) => username).toSorted());
    expect(await demo.interrupt(STOP_MS)).toBe(0);
  });

  const POUR_LOCATION = '停机前录入的 5 层柱';
  async function enterOrder(): Promise<void> {
    const dispatcher = await ApiSession.signIn(baseUrl(), 'diaodu', DEMO_PASSWORD);
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

  test('on an empty folder it makes an administrator whose password works until changed', async () => {
    const product = run(START, 'empty');
    const [, username = '', password = ''] = await product.says(
      /^First administrator: (\S+), one-time password: (\S+)$/m,
      NEXT_START_MS,
    );
    const first = await ApiSession.signIn(baseUrl(), username, password);
    expect(first.user).toMatchObject({ roles: ['system_admin'], mustChangePassword: true });
    await expect(first.get('users', users)).rejects.toMatchObject({
      code: 'PASSWORD_CHANGE_REQUIRED',
    });

    const next = 'a-password-of-my-own';
    await first.post('auth/password', z.unknown(), { current: password, next });
    const changed = await ApiSession.signIn(baseUrl(), username, next);
    expect((await changed.get('users', users)).items).toEqual([{ username }]);
    expect(await product.interrupt(STOP_MS)).toBe(0);
  });

  test('the administrator may be chosen, and HTTPS is served with a certificate', async () => {
    const { cert, key } = makeCertificate(folder);
    const [ADMIN_USERNAME, ADMIN_PASSWORD] = ['gongchengshi', 'chosen-by-myself'];
    const product = run(START, 'chosen', {
      ADMIN_USERNAME,
      ADMIN_PASSWORD,
      TLS_CERT: cert,
      TLS_KEY: key,
    });
    await product.says(new RegExp(`^First administrator: ${ADMIN_USERNAME}$`, 'm'), NEXT_START_MS);
    await product.says(new RegExp(`https://\\S+:${ports.port}$`, 'm'), STOP_MS);

    const { status, body } = await postHttps(ports.port, readFileSync(cert), {
      username: ADMIN_USERNAME,
      password: ADMIN_PASSWORD,
      keep: 'body',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ user: { username: ADMIN_USERNAME, mustChangePassword: false } });
    expect(await product.interrupt(STOP_MS)).toBe(0);
  });
});

function makeCertificate(folder: string): { readonly cert: string; readonly key: string } {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
  execFileSync('openssl', [...asked, '-out', cert, '-keyout', key], { stdio: 'ignore' });
  return { cert, key };
}

/** Signs in at a server whose certificate is its own authority. */
const postHttps = (
  port: number,
  ca: Buffer,
  body: object,
): Promise<{ readonly status: number | undefined; readonly body: unknown }> =>
  new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port,
        ca,
        method: 'POST',
        path: '/api/v1/auth/sign-in',
        headers: { 'content-type': 'application/json' },
        timeout: STOP_MS,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.once('end', () =>
          resolve({ status: answer.statusCode, body: JSON.parse(text) as unknown }),
        );
      },
    );
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', reject);
    asked.end(JSON.stringify(body));
  });
