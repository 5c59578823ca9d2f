import { newId } from '@tongyun/kernel';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Lease } from './lease.js';

/** What a process does again and again beside what it is asked for; ends before the process does. */
@Injectable()
export class BackgroundWork implements BeforeApplicationShutdown {
  private readonly log = new Logger(BackgroundWork.name);
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private readonly leavingOff: (() => void)[] = [];
  private stopping = false;

  constructor(private readonly lease: Lease) {}

  /** Whether the process is about to end: work in many steps leaves off after the one in hand. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /**
   * Does something from now on: for the first time after `everyMs`, and again that long after the
   * end of each turn. What fails is logged and tried with the next turn.
   */
  every(everyMs: number, turn: () => Promise<void>): void {
    if (this.stopping) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const run = this.run(turn);
      this.running.add(run);
      void this.goOn(run, everyMs, turn);
    }, everyMs);
    this.timers.add(timer);
  }

  /** Has long work break off when the process is about to end: called once, before its end is waited for. */
  whenStopping(leaveOff: () => void): void {
    if (this.stopping) leaveOff();
    else this.leavingOff.push(leaveOff);
  }

  /**
   * Does something that only one process may do at a time.
   *
   * @param forSec longer than the work takes, or than it goes on without renewing: after that
   *   another process may begin it
   * @param work is handed `renew`, which says false when another process has begun it
   * @returns false when another is at it, and nothing was done
   */
  async alone(
    name: string,
    forSec: number,
    work: (renew: () => Promise<boolean>) => Promise<void>,
  ): Promise<boolean> {
    const owner = newId<string>();
    const take = () => this.lease.take(name, owner, forSec);
    if (!(await take())) return false;
    try {
      await work(take);
    } finally {
      await this.lease.release(name, owner);
    }
    return true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    for (const leaveOff of this.leavingOff.splice(0)) leaveOff();
    await Promise.all(this.running);
  }

  private async run(turn: () => Promise<void>): Promise<void> {
    try {
      await turn();
    } catch (error) {
      this.log.error(error);
    }
  }

  private async goOn(
    run: Promise<void>,
    everyMs: number,
    turn: () => Promise<void>,
  ): Promise<void> {
    await run;
    this.running.delete(run);
    this.every(everyMs, turn);
  }
}
