import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServerConfig } from '../../apps/server/src/config.js';
import { PRODUCT_FLAGS } from '../../scripts/product-flags.mjs';

const read = (name: string): string => readFileSync(`docker/${name}`, 'utf8');

/** `NAME=value` of each line, also of those that wait to be taken out of their comment. */
const settingsOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );

const ready: RequestListener = ({ url }, response) =>
  void response.writeHead(url === '/health/ready' ? 200 : 404).end();
const waiting: RequestListener = (_, response) => void response.writeHead(503).end();

describe('the image', () => {
  it('runs the product as npm start does', () => {
    const [, command] = /^CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? [];

    expect(JSON.parse(command!)).toEqual(['node', ...PRODUCT_FLAGS, 'dist/apps/server/main.js']);
  });

  it('is built of what the repository keeps: no passwords, keys or data of this machine', () => {
    const leftOut = read('Dockerfile.dockerignore').trim().split('\n');
    const folders = readFileSync('.gitignore', 'utf8')
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('/') || line.endsWith('/'))
      .map((line) => line.replaceAll(/^\/|\/$/g, ''));

    expect(folders).toContain('docker/.env');
    expect(leftOut).toEqual(expect.arrayContaining(folders));
  });

  it('publishes the ports that the product listens on', () => {
    const { PORT, JT808_PORT } = readServerConfig({});

    expect(read('Dockerfile')).toContain(`EXPOSE ${PORT} ${JT808_PORT}\n`);
    expect(read('compose.yaml')).toMatch(
      new RegExp(String.raw`ports:\s+- '${PORT}:${PORT}'\s+- '${JT808_PORT}:${JT808_PORT}'`),
    );
  });
});

describe('the health of a container', () => {
  const [, command] = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? [];
  const [, ...asked] = JSON.parse(command!) as string[];
  let folder: string;
  let cert: string;
  let key: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongyun-docker-'));
    [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const wanted = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=tongyun.example',
    ];
    execFileSync('openssl', [...wanted, '-out', cert, '-keyout', key], { stdio: 'ignore' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const codeOf = async (server: Server, env: NodeJS.ProcessEnv): Promise<unknown> => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const question = spawn(process.execPath, asked, { env: { ...env, PORT: String(port) } });
      const [code] = (await once(question, 'exit')) as unknown[];
      return code;
    } finally {
      server.close();
    }
  };

  it('is good once the product is ready, by HTTP or with its own certificate', async () => {
    const tls = { cert: readFileSync(cert), key: readFileSync(key) };

    expect(await codeOf(createServer(ready), {})).toBe(0);
    expect(await codeOf(createTlsServer(tls, ready), { TLS_CERT: cert })).toBe(0);
    expect(await codeOf(createServer(waiting), {})).toBe(1);
  });
});

describe('the settings of the example', () => {
  const { POSTGRES_PASSWORD: _, ...settings } = Object.fromEntries(
    settingsOf(read('.env.example')),
  );

  it('are ones that the product reads', () => {
    expect(readServerConfig(settings)).toMatchObject(settings);
    expect(Object.keys(settings).length).toBeGreaterThan(3);
  });
});
