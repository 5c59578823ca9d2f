import { setImmediate as nextTurn } from 'node:timers/promises';
import { FixRows, type IncomingFix, type PreparedFixes } from '@tongyun/tracking';
import { Logger } from '@nestjs/common';

/** One is stored, one is made ready, one fills. */
const MOST_SPARE = 3;

/** Where fixes are kept, in two steps; what the second has answered for may be acknowledged. */
export interface FixStore {
  prepare(fixes: FixRows): Promise<PreparedFixes>;
  storePrepared(prepared: PreparedFixes): Promise<unknown>;
}

/** Fixes that are stored together, and what all wait for that have some among them. */
interface Batch {
  readonly fixes: FixRows;
  /** Being made ready ahead of its turn: it takes no more. */
  prepared?: Promise<PreparedFixes>;
  readonly stored: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Stores the fixes of many connections together: after `batchWithinMs`, or at `maxBatch` at once.
 *
 * One store runs at a time, so what arrives meanwhile forms the next batch, and fixes are stored
 * in the order they came; the next full batch is made ready meanwhile. A failed store fails only those whose
 * fixes were in it.
 */
export class FixBatcher {
  private readonly logger = new Logger(FixBatcher.name);
  /** Every one is as full as it gets, but for the last. */
  private readonly waiting: Batch[] = [];
  /** Of batches that are stored: their room serves the next. */
  private readonly spare: FixRows[] = [];
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
    const isOpen = last !== undefined && last.prepared === undefined;
    if (isOpen && last.fixes.count + count <= this.limits.maxBatch) return last;
    const batch = newBatch(this.spare.pop() ?? new FixRows());
    this.waiting.push(batch);
    return batch;
  }

  private schedule(): void {
    if (this.running) this.prepareAhead();
    else if (this.isFirstFull()) this.start();
    else this.timer ??= setTimeout(() => this.start(), this.limits.batchWithinMs);
  }

  private start(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.running) return;
    const batch = this.waiting.shift();
    if (batch === undefined) return;
    this.running = this.storeAndAnswer(batch);
    this.prepareAhead();
  }

  private async storeAndAnswer(batch: Batch): Promise<void> {
    const answer = await this.storeBatch(batch);
    this.running = undefined;
    this.start();
    // Thousands are answered while the database has the next to store, not before.
    await nextTurn();
    answer();
  }

  private isFirstFull(): boolean {
    const [first] = this.waiting;
    if (first === undefined) return false;
    return this.waiting.length > 1 || first.fixes.count >= this.limits.maxBatch;
  }

  private prepareAhead(): void {
    const [next] = this.waiting;
    if (next === undefined || next.prepared !== undefined || !this.isFirstFull()) return;
    next.prepared = this.store.prepare(next.fixes);
    // Heard when its turn comes; until then nobody listens.
    next.prepared.catch(() => undefined);
  }

  /** @returns what tells those that wait for it */
  private async storeBatch(batch: Batch): Promise<() => void> {
    const { fixes, resolve, reject } = batch;
    try {
      await this.store.storePrepared(await (batch.prepared ?? this.store.prepare(fixes)));
      fixes.clear();
      if (this.spare.length < MOST_SPARE) this.spare.push(fixes);
      return resolve;
    } catch (cause) {
      this.logger.error('A batch of positions was not stored', cause);
      return () => reject(cause);
    }
  }
}

function newBatch(fixes: FixRows): Batch {
  let resolve!: Batch['resolve'];
  let reject!: Batch['reject'];
  const stored = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { fixes, stored, resolve, reject };
}
