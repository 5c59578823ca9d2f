import { Worker } from 'node:worker_threads';
import type { WayOut } from '@tongyun/solver';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Solved, SolveJob } from './solve-job.js';
import {
  doJob,
  type ThreadAnswer,
  type ThreadJob,
  type ThreadNews,
  type WaysOutJob,
} from './thread-job.js';

export interface SolverSettings {
  /** Days that are planned at the same time, each in a thread; 0: in the process's own. */
  readonly threads: number;
}
export const SOLVER_SETTINGS = Symbol('SOLVER_SETTINGS');

type Answer = Solved | readonly WayOut[];

/** Why standing work ended: somebody waits for an answer, and it was on the only free thread. */
export class GaveWay extends Error {}

export interface SolveOptions {
  readonly signal?: AbortSignal;
  /** Told how much of the budget is spent, [0, 1]. */
  readonly onProgress?: (share: number) => void;
  /** Nobody waits for it: it takes a free thread only, and ends with `GaveWay` when one is wanted. */
  readonly isStanding?: boolean;
}

/** Plans days beside the process's own thread, as many at a time as there are threads for. */
@Injectable()
export class DaySolver implements OnModuleDestroy {
  private readonly waiting: (() => void)[] = [];
  private readonly workers = new Set<Worker>();
  private readonly standing = new Set<AbortController>();
  private busy = 0;

  constructor(@Inject(SOLVER_SETTINGS) private readonly settings: SolverSettings) {}

  solve(job: SolveJob, options: SolveOptions = {}): Promise<Solved> {
    return this.do({ kind: 'solve', job }, options);
  }

  findWaysOut(job: WaysOutJob): Promise<readonly WayOut[]> {
    return this.do({ kind: 'ways_out', job }, {});
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private async do<Job extends ThreadJob>(
    job: Job,
    { signal, onProgress, isStanding = false }: SolveOptions,
  ): Promise<ThreadAnswer<Job>> {
    const tell = (share: number): void => onProgress?.(share);
    signal?.throwIfAborted();
    const answer =
      this.settings.threads === 0
        ? doJob(job, () => performance.now(), tell)
        : await (isStanding ? this.doStanding(job, tell, signal) : this.doNow(job, tell, signal));
    return answer as ThreadAnswer<Job>;
  }

  private async doNow(
    job: ThreadJob,
    tell: (share: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    await this.turn();
    try {
      signal?.throwIfAborted();
      return await this.onThread(job, tell, signal);
    } finally {
      this.giveBack();
    }
  }

  private async doStanding(
    job: ThreadJob,
    tell: (share: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    if (this.busy >= this.settings.threads) throw new GaveWay();
    const wayGiven = new AbortController();
    const signals = signal ? [signal, wayGiven.signal] : [wayGiven.signal];
    this.standing.add(wayGiven);
    this.busy += 1;
    try {
      return await this.onThread(job, tell, AbortSignal.any(signals));
    } finally {
      this.standing.delete(wayGiven);
      this.giveBack();
    }
  }

  private async turn(): Promise<void> {
    while (this.busy >= this.settings.threads) {
      const [standing] = this.standing;
      standing?.abort(new GaveWay());
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
    this.busy += 1;
  }

  private giveBack(): void {
    this.busy -= 1;
    this.waiting.shift()?.();
  }

  private onThread(
    job: ThreadJob,
    tell: (share: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const worker = new Worker(new URL('./day-solver.worker.ts', import.meta.url), {
      workerData: job,
    });
    this.workers.add(worker);
    return new Promise<Answer>((resolve, reject) => {
      const cancel = (): void => {
        void worker.terminate();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', (news: ThreadNews) => {
        if (news.kind === 'progress') tell(news.share);
        else resolve(news.answer);
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        this.workers.delete(worker);
        signal?.removeEventListener('abort', cancel);
        reject(new Error('The planning thread ended before it had a plan'));
      });
    });
  }
}
