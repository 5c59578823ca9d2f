import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { ApiSession } from '../../apps/simulator/src/index.js';
import { Commands } from './support/commands.js';
import { createEmptyDatabase } from './support/run-databases.js';

const START = 'scripts/start.mjs';
const FIRST_START_MS = 120_000;
const STOP_MS = 30_000;
const users = z.object({ items: z.array(z.object({ username: z.string().nullable() })) });

test.describe('the command that starts the product', () => {
  test.setTimeout(360_000);
  let commands: Commands;

  test.beforeAll(async () => {
    commands = await Commands.prepare();
  });
  test.afterEach(() => commands.end());
  test.afterAll(() => commands.forget());

  test('on an empty folder it makes an administrator whose password works until changed', async () => {
    const product = commands.run(START, 'empty');
    const [, username = '', password = ''] = await product.says(
      /^First administrator: (\S+), one-time password: (\S+)$/m,
      FIRST_START_MS,
    );
    const first = await ApiSession.signIn(commands.baseUrl, username, password);
    expect(first.user).toMatchObject({ roles: ['system_admin'], mustChangePassword: true });
    await expect(first.get('users', users)).rejects.toMatchObject({
      code: 'PASSWORD_CHANGE_REQUIRED',
    });

    const next = 'a-password-of-my-own';
    await first.post('auth/password', z.unknown(), { current: password, next });
    const changed = await ApiSession.signIn(commands.baseUrl, username, next);
    expect((await changed.get('users', users)).items).toEqual([{ username }]);
    expect(await product.interrupt(STOP_MS)).toBe(0);
  });

  test('the administrator and the database may be chosen, and HTTPS is served with a certificate', async () => {
    const { cert, key } = makeCertificate(commands.folder);
    const [ADMIN_USERNAME, ADMIN_PASSWORD] = ['gongchengshi', 'chosen-by-myself'];
    const product = commands.run(START, 'chosen', {
      ADMIN_USERNAME,
      ADMIN_PASSWORD,
      DATABASE_URL: await createEmptyDatabase('chosen'),
      TLS_CERT: cert,
      TLS_KEY: key,
    });
    await product.says(new RegExp(`^First administrator: ${ADMIN_USERNAME}$`, 'm'), FIRST_START_MS);
    await product.says(new RegExp(`https://\\S+:${commands.ports.port}$`, 'm'), STOP_MS);

    const { status, body } = await postHttps(commands.ports.port, readFileSync(cert), {
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
