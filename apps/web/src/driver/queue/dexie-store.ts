import { Dexie, type EntityTable } from 'dexie';
import { type Lane, laneOf, type QueueEntry } from './queue-entry.js';
import type { QueueStore, RefusedEntry } from './queue-store.js';

interface WaitingRow {
  readonly seq?: number;
  readonly id: string;
  readonly driverId: string;
  readonly lane: Lane;
  readonly entry: QueueEntry;
}
interface RefusedRow extends RefusedEntry {
  readonly id: string;
  readonly driverId: string;
}

class QueueDatabase extends Dexie {
  declare readonly waiting: EntityTable<WaitingRow, 'seq'>;
  declare readonly refused: EntityTable<RefusedRow, 'id'>;

  constructor() {
    super('tongyun-driver');
    this.version(1).stores({ waiting: '++seq, &id, [driverId+lane]', refused: 'id, driverId' });
  }
}

/** The queue in the phone's IndexedDB: it outlives reloads, crashes and an empty battery. */
export class DexieStore implements QueueStore {
  private readonly database = new QueueDatabase();

  async append(entry: QueueEntry): Promise<void> {
    const { waiting } = this.database;
    await this.database.transaction('rw', waiting, async () => {
      if ((await waiting.where('id').equals(entry.id).count()) > 0) return;
      const { id, driverId } = entry;
      await waiting.add({ id, driverId, lane: laneOf(entry), entry });
    });
  }

  async findOldest(driverId: string, lane: Lane, limit: number): Promise<QueueEntry[]> {
    const rows = await this.inLane(driverId, lane).limit(limit).sortBy('seq');
    return rows.map(({ entry }) => entry);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.database.waiting.where('id').anyOf(ids).delete();
  }

  async setAside({ entry, refusal }: RefusedEntry): Promise<void> {
    const { waiting, refused } = this.database;
    const { id, driverId } = entry;
    await this.database.transaction('rw', waiting, refused, async () => {
      await refused.put({ id, driverId, entry, refusal });
      await waiting.where('id').equals(id).delete();
    });
  }

  async findRefused(driverId: string): Promise<RefusedEntry[]> {
    return this.database.refused.where('driverId').equals(driverId).toArray();
  }

  async forgetRefused(ids: readonly string[]): Promise<void> {
    await this.database.refused.bulkDelete([...ids]);
  }

  async count(driverId: string, lane: Lane): Promise<number> {
    return this.inLane(driverId, lane).count();
  }

  /** Rows that are equal in the index come in the order of their primary key: as appended. */
  private inLane(driverId: string, lane: Lane) {
    return this.database.waiting.where('[driverId+lane]').equals([driverId, lane]);
  }
}
