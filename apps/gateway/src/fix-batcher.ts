import type { IncomingFix } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';

/** Where fixes are kept; what it has answered for may be acknowledged. */
export interface FixStore {
  store(fixes: readonly IncomingFix[]): Promise<unknown>;
}

interface Submission {
  readonly fixes: readonly IncomingFix[];
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Stores the fixes of many connections together: after `batchWithinMs`, or at `maxBatch` at once.
 *
 * One store runs at a time, so what arrives meanwhile forms the next batch, and fixes are stored
 * in the order they came. A failed store fails only those whose fixes were in it.
 */
export class FixBatcher {
  private readonly logger = new Logger(FixBatcher.name);
  private waiting: Submission[] = [];
  private waitingFixes = 0;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly store: FixStore,
    private readonly limits: { readonly batchWithinMs: number; readonly maxBatch: number },
  ) {}

  /** Resolves once the fixes are stored; rejects when they are not. */
  add(fixes: readonly IncomingFix[]): Promise<void> {
    if (fixes.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting.push({ fixes, resolve, reject });
      this.waitingFixes += fixes.length;
      this.schedule();
    });
  }

  /** Stores what waits, now; for the end of the process. */
  async drain(): Promise<void> {
    this.start();
    while (this.running) await this.running;
  }

  private schedule(): void {
    if (this.running) return;
    if (this.waitingFixes >= this.limits.maxBatch) this.start();
    else this.timer ??= setTimeout(() => this.start(), this.limits.batchWithinMs);
  }

  private start(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.running || this.waiting.length === 0) return;
    this.running = this.storeBatch(this.takeBatch()).finally(() => {
      this.running = undefined;
      this.start();
    });
  }

  private takeBatch(): Submission[] {
    let size = 0;
    let count = 0;
    for (const { fixes } of this.waiting) {
      if (count > 0 && size + fixes.length > this.limits.maxBatch) break;
      size += fixes.length;
      count += 1;
    }
    this.waitingFixes -= size;
    return this.waiting.splice(0, count);
  }

  private async storeBatch(batch: readonly Submission[]): Promise<void> {
    try {
      await this.store.store(batch.flatMap(({ fixes }) => fixes));
      for (const { resolve } of batch) resolve();
    } catch (cause) {
      this.logger.error('A batch of positions was not stored', cause);
      for (const { reject } of batch) reject(cause);
    }
  }
}
