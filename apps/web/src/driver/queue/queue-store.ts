import type { Refusal } from '@tongyun/contracts';
import type { Lane, QueueEntry } from './queue-entry.js';

/** An entry that the server will never take, kept so that its driver is told. */
export interface RefusedEntry {
  readonly entry: QueueEntry;
  readonly refusal: Refusal;
}

/** Where the queue outlives the page. Every method is done only when the change is durable. */
export interface QueueStore {
  /** Puts an entry behind every earlier one; an id that is kept already is ignored. */
  append(entry: QueueEntry): Promise<void>;
  /** A driver's oldest entries of a lane, in the order in which they were appended. */
  findOldest(driverId: string, lane: Lane, limit: number): Promise<readonly QueueEntry[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes an entry out of its lane and keeps it with the reason. */
  setAside(refused: RefusedEntry): Promise<void>;
  findRefused(driverId: string): Promise<readonly RefusedEntry[]>;
  forgetRefused(ids: readonly string[]): Promise<void>;
  count(driverId: string, lane: Lane): Promise<number>;
}
