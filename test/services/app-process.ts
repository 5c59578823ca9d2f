import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isStale } from '../../scripts/build-when-stale.mjs';

type App = 'api' | 'gateway' | 'server';

const READY_WITHIN_MS = 60_000;

/** Leaves the app built from the sources as they are. */
export function buildApp(app: App): void {
  if (isStale()) execFileSync('npx', ['nest', 'build', app]);
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** One of the product's processes, built before. */
export class AppProcess {
  private process: ChildProcess | undefined;

  constructor(
    private readonly app: App,
    private readonly settings: Readonly<Record<string, string>>,
    readonly port: number,
    private readonly isReady: (port: number) => Promise<boolean>,
  ) {}

  async start(): Promise<void> {
    this.process = spawn(process.execPath, [`dist/apps/${this.app}/main.js`], {
      stdio: 'ignore',
      env: { ...process.env, ...this.settings },
    });
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.isReady(this.port))) {
      if (Date.now() > deadline) throw new Error(`the ${this.app} does not come up`);
      await wait(100);
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const { process: running } = this;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }
}

/** The doors for terminals, ready when they listen. */
export const gatewayOn = (databaseUrl: string, port: number): AppProcess =>
  new AppProcess(
    'gateway',
    { DATABASE_URL: databaseUrl, JT808_HOST: '127.0.0.1', JT808_PORT: String(port) },
    port,
    isListening,
  );

/** All in one process, the doors for terminals in a thread of their own; ready when they listen. */
export const serverOn = (databaseUrl: string, port: number, httpPort: number): AppProcess =>
  new AppProcess(
    'server',
    {
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(httpPort),
      JT808_HOST: '127.0.0.1',
      JT808_PORT: String(port),
      SOLVER_THREADS: '0',
      LOG_LEVEL: 'error',
    },
    port,
    isListening,
  );

/** The endpoints and the judge, ready when they say so. */
export const apiOn = (databaseUrl: string, port: number): AppProcess =>
  new AppProcess(
    'api',
    {
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      SOLVER_THREADS: '0',
      IMPORT_THREADS: '0',
      LOG_LEVEL: 'error',
    },
    port,
    async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
      return answer?.ok === true;
    },
  );

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
