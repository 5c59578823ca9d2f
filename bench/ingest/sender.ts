import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load } from './load.js';
import type { Order, Report } from './orders.js';

/** The process that plays the terminals. */
export class Sender {
  private readonly process: ChildProcess;

  /** @param program the bundled `sender.process.ts` */
  constructor(program: URL) {
    this.process = fork(fileURLToPath(program), [], { serialization: 'advanced' });
  }

  async connect(port: number, load: Load): Promise<void> {
    await this.ask({ kind: 'connect', port, load });
  }

  /** Makes the frames before anything is measured. */
  async prepare(from: number, count: number): Promise<void> {
    await this.ask({ kind: 'prepare', from, count });
  }

  /** Sends what was prepared. */
  async send(order: Order & { kind: 'flood' | 'pace' }): Promise<Report> {
    const report = await this.ask(order);
    if (report === null) throw new Error('the sender reported nothing');
    return report;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    await ended;
  }

  private async ask(order: Order): Promise<Report | null> {
    const answer = once(this.process, 'message');
    const ended = once(this.process, 'exit').then(([code]) => {
      throw new Error(`the sender ended with code ${String(code)}`);
    });
    this.process.send(order);
    const [report] = (await Promise.race([answer, ended])) as [Report | null];
    return report;
  }
}
