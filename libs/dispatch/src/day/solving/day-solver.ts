import { Worker } from 'node:worker_threads';
import type { TruckComparison, WayOut } from '@tongyun/solver';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { SearchProgress, Solved, SolveJob } from './solve-job.js';
import {
  type CompareTrucksJob,
  doJob,
  type ThreadAnswer,
  type ThreadData,
  type ThreadJob,
  type ThreadNews,
  type WaysOutJob,
} from './thread-job.js';

export interface SolverSettings {
  /** Days that are planned at the same time, each in a thread; 0: in the process's own. */
  readonly threads: number;
  /** Opens a thread where its program is not what was bundled beside this file. */
  readonly openThread?: (data: ThreadData) => Worker;
}
export const SOLVER_SETTINGS = Symbol('SOLVER_SETTINGS');

type Answer = ThreadAnswer<ThreadJob>;

/** Why standing work ended: somebody waits for an answer, and it was on the only free thread. */
export class GaveWay extends Error {}

export interface SolveOptions {
  /** Gives the search up: nothing comes of it. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the search with the best plan so far. */
  readonly enough?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
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

  compareTrucks(job: CompareTrucksJob): Promise<TruckComparison> {
    return this.do({ kind: 'compare_trucks', job }, {});
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private async do<Job extends ThreadJob>(
    job: Job,
    options: SolveOptions,
  ): Promise<ThreadAnswer<Job>> {
    options.signal?.throwIfAborted();
    const answer =
      this.settings.threads === 0
        ? doHere(job, options)
        : await (options.isStanding ? this.doStanding(job, options) : this.doNow(job, options));
    return answer as ThreadAnswer<Job>;
  }

  private async doNow(job: ThreadJob, options: SolveOptions): Promise<Answer> {
    await this.turn(options.signal);
    try {
      return await this.onThread(job, options);
    } finally {
      this.giveBack();
    }
  }

  private async doStanding(job: ThreadJob, options: SolveOptions): Promise<Answer> {
    if (this.busy >= this.settings.threads) throw new GaveWay();
    const wayGiven = new AbortController();
    const { signal } = options;
    const signals = signal ? [signal, wayGiven.signal] : [wayGiven.signal];
    this.standing.add(wayGiven);
    this.busy += 1;
    try {
      return await this.onThread(job, { ...options, signal: AbortSignal.any(signals) });
    } finally {
      this.standing.delete(wayGiven);
      this.giveBack();
    }
  }

  private async turn(signal: AbortSignal | undefined): Promise<void> {
    while (this.busy >= this.settings.threads) {
      const [standing] = this.standing;
      standing?.abort(new GaveWay());
      await this.queue(signal);
    }
    this.busy += 1;
  }

  /** Waits until a thread is given back; who gives up meanwhile leaves the queue. */
  private queue(signal: AbortSignal | undefined): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(next), 1);
        reject(signal?.reason);
      };
      const next = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.waiting.push(next);
    });
  }

  private giveBack(): void {
    this.busy -= 1;
    this.waiting.shift()?.();
  }

  private onThread(job: ThreadJob, { signal, enough, onProgress }: SolveOptions): Promise<Answer> {
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = this.open({ job, enough: flag });
    this.workers.add(worker);
    const end = (): void => {
      Atomics.store(flag, 0, 1);
    };
    return new Promise<Answer>((resolve, reject) => {
      const cancel = (): void => {
        void worker.terminate();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      enough?.addEventListener('abort', end, { once: true });
      if (enough?.aborted) end();
      worker.on('message', (news: ThreadNews) => {
        if (news.kind === 'progress') onProgress?.(news.progress);
        else resolve(news.answer);
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        this.workers.delete(worker);
        signal?.removeEventListener('abort', cancel);
        enough?.removeEventListener('abort', end);
        reject(new Error('The planning thread ended before it had a plan'));
      });
    });
  }

  private open(data: ThreadData): Worker {
    return (
      this.settings.openThread?.(data) ??
      new Worker(new URL('./day-solver.worker.ts', import.meta.url), { workerData: data })
    );
  }
}

const doHere = (job: ThreadJob, { enough, onProgress }: SolveOptions): Answer =>
  doJob(job, {
    clockMs: () => performance.now(),
    onProgress: (progress) => onProgress?.(progress),
    isEnough: () => enough?.aborted ?? false,
  });
