import { Worker } from 'node:worker_threads';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { solveJob, type Solved, type SolveJob, type SolvingNews } from './solve-job.js';

export interface SolverSettings {
  /** Days that are planned at the same time, each in a thread; 0: in the process's own. */
  readonly threads: number;
}
export const SOLVER_SETTINGS = Symbol('SOLVER_SETTINGS');

/** Plans days beside the process's own thread, as many at a time as there are threads for. */
@Injectable()
export class DaySolver implements OnModuleDestroy {
  private readonly waiting: (() => void)[] = [];
  private readonly workers = new Set<Worker>();
  private busy = 0;

  constructor(@Inject(SOLVER_SETTINGS) private readonly settings: SolverSettings) {}

  /** @param onProgress told how much of the budget is spent, [0, 1] */
  async solve(
    job: SolveJob,
    { signal, onProgress }: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
  ): Promise<Solved> {
    const tell = (share: number): void => onProgress?.(share);
    if (this.settings.threads === 0) return solveJob(job, () => performance.now(), tell);
    await this.turn();
    try {
      signal?.throwIfAborted();
      return await this.onThread(job, tell, signal);
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private async turn(): Promise<void> {
    while (this.busy >= this.settings.threads) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
    this.busy += 1;
  }

  private onThread(
    job: SolveJob,
    tell: (share: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Solved> {
    const worker = new Worker(new URL('./day-solver.worker.ts', import.meta.url), {
      workerData: job,
    });
    this.workers.add(worker);
    return new Promise<Solved>((resolve, reject) => {
      const cancel = (): void => {
        void worker.terminate();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', (news: SolvingNews) => {
        if (news.kind === 'progress') tell(news.share);
        else resolve(news.solved);
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
