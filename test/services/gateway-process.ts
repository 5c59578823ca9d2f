import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const GATEWAY = 'dist/apps/gateway/main.js';
const READY_WITHIN_MS = 30_000;

export const buildGateway = (): Buffer => execFileSync('npx', ['nest', 'build', 'gateway']);

/** The gateway as a process of its own. */
export class GatewayProcess {
  private process: ChildProcess | undefined;

  constructor(
    private readonly databaseUrl: string,
    readonly port: number,
  ) {}

  async start(): Promise<void> {
    this.process = spawn(process.execPath, [GATEWAY], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DATABASE_URL: this.databaseUrl,
        JT808_HOST: '127.0.0.1',
        JT808_PORT: String(this.port),
      },
    });
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await isListening(this.port))) {
      if (Date.now() > deadline) throw new Error('the gateway does not listen');
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

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
