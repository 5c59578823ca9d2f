import type { Refusal } from '@tongyun/contracts';
import { type Lane, LANES, type QueueEntry } from './queue-entry.js';
import type { QueueStore } from './queue-store.js';

export type SendOutcome =
  /** The server has these ids; whatever is not named stays in the queue. */
  | { readonly state: 'answered'; readonly ids: readonly string[] }
  /** Nobody knows whether it arrived: the same entries go again later. */
  | { readonly state: 'unreachable' }
  /** The server will say no however often it is asked; `ids` are those at fault, where it says. */
  | {
      readonly state: 'refused';
      readonly refusal: Refusal;
      readonly ids: readonly string[] | null;
    };

type SpokenOutcome = Exclude<SendOutcome, { readonly state: 'unreachable' }>;

/** Sends entries of one kind, oldest first, in one request. Never throws. */
export type Send = (entries: readonly QueueEntry[]) => Promise<SendOutcome>;

/** Contracts take 200 claims and 5,000 fixes; a poor connection is served better by less. */
const BATCH: Record<Lane, number> = { taps: 50, fixes: 500 };

/**
 * Keeps what a driver did until the server has answered for it.
 *
 * An entry is durable before it is sent, goes in the order of the taps, and leaves only when the
 * server named it. A failure of the network keeps it; a repeat is recognised by its id. What is
 * refused is set aside with the reason and the rest goes on; where the server does not say which
 * entries are at fault, halves of the batch are tried until one is alone.
 */
export class OfflineQueue {
  private readonly listeners = new Set<() => void>();
  private readonly running = new Map<Lane, Promise<boolean>>();

  constructor(
    private readonly driverId: string,
    private readonly store: QueueStore,
    private readonly send: Send,
  ) {}

  async add(entry: QueueEntry): Promise<void> {
    await this.store.append(entry);
    this.tell();
  }

  /** Sends what waits, each lane on its own; true when nothing is left. */
  async flush(): Promise<boolean> {
    const isEmpty = await Promise.all(LANES.map((lane) => this.flushLane(lane)));
    return isEmpty.every(Boolean);
  }

  /** A tap is shown before it is sent, so the page needs the waiting ones themselves. */
  findWaitingTaps(): Promise<readonly QueueEntry[]> {
    return this.store.findOldest(this.driverId, 'taps', Number.POSITIVE_INFINITY);
  }

  count(lane: Lane): Promise<number> {
    return this.store.count(this.driverId, lane);
  }

  findRefused() {
    return this.store.findRefused(this.driverId);
  }

  async forgetRefused(ids: readonly string[]): Promise<void> {
    await this.store.forgetRefused(ids);
    this.tell();
  }

  /** Calls `listener` after every change of what waits; the answer ends that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private flushLane(lane: Lane): Promise<boolean> {
    const going = this.running.get(lane);
    // A run that found nothing may have looked just before the entry that this call is about.
    if (going) return going.then((isEmpty) => isEmpty && this.flushLane(lane));
    const run = this.drain(lane).finally(() => this.running.delete(lane));
    this.running.set(lane, run);
    return run;
  }

  private async drain(lane: Lane): Promise<boolean> {
    let limit = BATCH[lane];
    for (;;) {
      const batch = leadingRun(await this.store.findOldest(this.driverId, lane, limit));
      if (batch.length === 0) return true;
      // Positions count only while on duty, so those before a clock-out go before it.
      if (batch[0]?.kind === 'clock_out' && !(await this.flushLane('fixes'))) return false;

      const outcome = await this.send(batch);
      if (outcome.state === 'unreachable') return false;
      const isUnclear = outcome.state === 'refused' && outcome.ids === null && batch.length > 1;
      if (isUnclear) {
        limit = Math.ceil(batch.length / 2);
        continue;
      }
      if (!(await this.settle(batch, outcome))) return false;
      limit = BATCH[lane];
      this.tell();
    }
  }

  /** Takes out of the queue what the server has spoken about; false when that is nothing. */
  private async settle(batch: readonly QueueEntry[], outcome: SpokenOutcome): Promise<boolean> {
    const named = batch.filter(({ id }) => outcome.ids?.includes(id) ?? true);
    if (outcome.state === 'answered') {
      await this.store.remove(named.map(({ id }) => id));
    } else {
      const { refusal } = outcome;
      for (const entry of named) await this.store.setAside({ entry, refusal });
    }
    return named.length > 0;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The entries at the head that are of one kind, and so fit one request. */
function leadingRun(entries: readonly QueueEntry[]): readonly QueueEntry[] {
  const end = entries.findIndex(({ kind }) => kind !== entries[0]?.kind);
  return end === -1 ? entries : entries.slice(0, end);
}
