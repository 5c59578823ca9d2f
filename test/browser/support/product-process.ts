import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PRODUCT_FLAGS } from '../../../scripts/product-flags.mjs';
import type { Product } from './product.js';

/** The built product; `npm run build` makes it. */
export const SERVER = 'dist/apps/server/main.js';
const READY_WITHIN_MS = 120_000;

export interface Ports {
  readonly port: number;
  readonly jt808Port: number;
}

export interface ProductProcess extends Product {
  /** Ends it as a crash would: nothing is finished, nothing is told. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export const freePorts = async (): Promise<Ports> => ({
  port: await freePort(),
  jt808Port: await freePort(),
});

/**
 * Starts the product with the demo's data in `folder`; resolves once it answers.
 *
 * @param settings beside those of the folder and the ports
 */
export async function startProcess(
  folder: string,
  ports: Ports,
  settings: Readonly<Record<string, string>> = {},
): Promise<ProductProcess> {
  const log = process.env['E2E_SERVER_LOG'] ? 'inherit' : 'ignore';
  const server = spawnServer(folder, ports, ['ignore', log, 'inherit'], settings);
  const baseUrl = `http://127.0.0.1:${ports.port}`;
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  try {
    await untilReady(baseUrl, server);
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return {
    baseUrl,
    jt808Port: ports.jt808Port,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Starts a process that is expected to end by itself; answers with its exit code and last words. */
export async function runToItsEnd(
  folder: string,
  ports: Ports,
): Promise<{ readonly code: number; readonly said: string }> {
  const server = spawnServer(folder, ports, ['ignore', 'ignore', 'pipe']);
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(server, 'close')) as [number];
  return { code, said };
}

function spawnServer(
  folder: string,
  ports: Ports,
  stdio: StdioOptions,
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [...PRODUCT_FLAGS, SERVER], {
    stdio,
    env: {
      ...process.env,
      DEMO: '1',
      DATA_DIR: join(folder, 'data'),
      PORT: String(ports.port),
      JT808_PORT: String(ports.jt808Port),
      ...settings,
    },
  });
}

async function untilReady(baseUrl: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${baseUrl}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await wait(250);
  }
  throw new Error('the product did not become ready');
}

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
