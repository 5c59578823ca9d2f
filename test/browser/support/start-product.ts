import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellProduct } from './product.js';

const SERVER = 'dist/apps/server/main.js';
const READY_WITHIN_MS = 120_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port was given')),
      );
    });
  });
}

async function untilReady(baseUrl: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${baseUrl}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the product did not become ready');
}

/** Starts the built product with the demo's data in a folder of its own; answers with its end. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (!existsSync(SERVER)) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'tongyun-e2e-'));
  const [port, jt808Port] = [await freePort(), await freePort()];
  const baseUrl = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--enable-source-maps', SERVER], {
    stdio: ['ignore', process.env['E2E_SERVER_LOG'] ? 'inherit' : 'ignore', 'inherit'],
    env: {
      ...process.env,
      DEMO: '1',
      DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      JT808_PORT: String(jt808Port),
    },
  });
  tellProduct({ baseUrl, jt808Port });
  await untilReady(baseUrl, server);

  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
