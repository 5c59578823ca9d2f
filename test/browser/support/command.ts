import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;

/** A command as somebody types it: what it says, and how it ends. */
export class Command {
  private said = '';
  private readonly child: ChildProcess;

  constructor(script: string, settings: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
  }

  /** The first match in what it has said so far; fails when it ends or is silent too long. */
  async says(words: RegExp, withinMs: number): Promise<RegExpMatchArray> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const match = this.said.match(words);
      if (match) return match;
      if (this.hasEnded || Date.now() > deadline) {
        throw new Error(`${String(words)} was not said:\n${this.said.slice(-4_000)}`);
      }
      await wait(LOOK_EVERY_MS);
    }
  }

  /** Ctrl-C; answers with the exit code. */
  async interrupt(withinMs: number): Promise<number | null> {
    this.child.kill('SIGINT');
    await until(() => this.hasEnded, withinMs);
    return this.child.exitCode;
  }

  /** The processes it has started and that are there still. */
  children(): number[] {
    const { pid } = this.child;
    const path = `/proc/${pid}/task/${pid}/children`;
    return readFileSync(path, 'utf8').trim().split(/\s+/).map(Number);
  }

  /** Ends it with what it has started, whatever state they are in. */
  end(): void {
    if (this.hasEnded) return;
    for (const pid of this.children()) if (pid > 0) process.kill(pid, 'SIGKILL');
    this.child.kill('SIGKILL');
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

async function until(isSo: () => boolean, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`not so within ${withinMs} ms`);
    await wait(LOOK_EVERY_MS);
  }
}
