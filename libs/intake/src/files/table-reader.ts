import { Worker } from 'node:worker_threads';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { answerOf, type ReadingAnswer, type ReadingJob, rowsOf } from './reading-job.js';
import type { TableRow } from './table.js';

export interface IntakeSettings {
  /** Files that are read at the same time, each in a thread; 0: in the process's own. */
  readonly threads: number;
}
export const INTAKE_SETTINGS = Symbol('INTAKE_SETTINGS');

/** Reads files beside the process's own thread, which a large workbook would hold up for seconds. */
@Injectable()
export class TableReader implements OnModuleDestroy {
  private readonly waiting: (() => void)[] = [];
  private readonly workers = new Set<Worker>();
  private busy = 0;
  private isStopping = false;

  constructor(@Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings) {}

  /**
   * The rows of a file that are not empty, its headers among them.
   *
   * @param mostRows a file with more is refused
   */
  async read(bytes: Uint8Array, mostRows: number): Promise<readonly TableRow[]> {
    const job = { bytes, mostRows };
    return rowsOf(await (this.settings.threads === 0 ? answerOf(job) : this.inTurn(job)));
  }

  /** What is being read when the process stops comes to nothing: no row of it was kept. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private async inTurn(job: ReadingJob): Promise<ReadingAnswer> {
    while (this.busy >= this.settings.threads) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
    if (this.isStopping) throw new Error('The process stops');
    this.busy += 1;
    try {
      return await this.onThread(job);
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  private onThread(job: ReadingJob): Promise<ReadingAnswer> {
    const worker = new Worker(new URL('./read-table.worker.ts', import.meta.url), {
      workerData: job,
    });
    this.workers.add(worker);
    return new Promise<ReadingAnswer>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => {
        this.workers.delete(worker);
        reject(new Error('The reading thread ended before it had read the file'));
      });
    });
  }
}
