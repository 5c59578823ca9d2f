import { FixRows, type IncomingFix } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';

/** Where fixes are kept; what it has answered for may be acknowledged. */
export interface FixStore {
  storeRows(fixes: FixRows): Promise<unknown>;
}

/** Fixes that are stored together, and what all wait for that have some among them. */
interface Batch {
  readonly fixes: FixRows;
  readonly stored: Promise<void>;
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
  /** Every one is as full as it gets, but for the last. */
  private readonly waiting: Batch[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly store: FixStore,
    private readonly limits: { readonly batchWithinMs: number; readonly maxBatch: number },
  ) {}

  /** Resolves once the fixes are stored; rejects when they are not. */
  add(fixes: readonly IncomingFix[]): Promise<void> {
    if (fixes.length === 0) return Promise.resolve();
    const batch = this.roomFor(fixes.length);
    for (const fix of fixes) batch.fixes.add(fix);
    this.schedule();
    return batch.stored;
  }

  /** Stores what waits, now; for the end of the process. */
  async drain(): Promise<void> {
    this.start();
    while (this.running) await this.running;
  }

  private roomFor(count: number): Batch {
    const last = this.waiting.at(-1);
    if (last !== undefined && last.fixes.count + count <= this.limits.maxBatch) return last;
    const batch = newBatch();
    this.waiting.push(batch);
    return batch;
  }

  private schedule(): void {
    if (this.running) return;
    const [first, ...others] = this.waiting;
    const isFull = others.length > 0 || first!.fixes.count >= this.limits.maxBatch;
    if (isFull) this.start();
    else this.timer ??= setTimeout(() => this.start(), this.limits.batchWithinMs);
  }

  private start(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.running) return;
    const batch = this.waiting.shift();
    if (batch === undefined) return;
    this.running = this.storeBatch(batch).finally(() => {
      this.running = undefined;
      this.start();
    });
  }

  private async storeBatch({ fixes, resolve, reject }: Batch): Promise<void> {
    try {
      await this.store.storeRows(fixes);
      resolve();
    } catch (cause) {
      this.logger.error('A batch of positions was not stored', cause);
      reject(cause);
    }
  }
}

function newBatch(): Batch {
  let resolve!: Batch['resolve'];
  let reject!: Batch['reject'];
  const stored = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { fixes: new FixRows(), stored, resolve, reject };
}
