import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QueuedFix } from '../queued-input.js';
import { groupOfShard, SHARD_GROUP_COUNT } from '../rules/shard.js';
import { StoredFixes } from '../stored-fixes.js';
import type { Waiting } from './judge-queue.repository.js';
import { FIX_COLUMNS, type FixRow, toQueuedFix } from './queue-rows.js';

/** A row of `fix_waiting`. */
interface WaitingBatch {
  readonly firstArrival: number;
  readonly shardGroup: number;
  readonly lastArrival: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly fixes: number;
}

/** Fixes that are taken off the queue together. */
export interface TakenFixes {
  /** In order of arrival; of vehicles that are set aside, too. */
  readonly fixes: readonly QueuedFix[];
  /** What of them comes from whole batches: these are taken off by their names. */
  readonly batches: readonly { readonly firstArrival: number; readonly shardGroup: number }[];
  readonly ofBatches: readonly QueuedFix[];
  /** The others: what was left of earlier batches. */
  readonly left: readonly QueuedFix[];
  /** More waits: what arrived later than this must wait, too. */
  readonly endArrival: number;
}

export interface JudgedFix {
  readonly fix: QueuedFix;
  readonly verdict: string;
}

export const NO_FIXES: TakenFixes = {
  fixes: [],
  batches: [],
  ofBatches: [],
  left: [],
  endArrival: Number.MAX_SAFE_INTEGER,
};

/** So many batches are taken at once at most, however small they are. */
export const MOST_BATCHES = 1_000;

/** Says of a row of `fix` that it waits for the judge. */
export const IS_WAITING = `(
  EXISTS (SELECT 1 FROM fix_waiting waiting
    WHERE fix.arrival BETWEEN waiting.first_arrival AND waiting.last_arrival
      AND fix.shard % ${SHARD_GROUP_COUNT} = waiting.shard_group)
  OR EXISTS (SELECT 1 FROM fix_left WHERE fix_left.arrival = fix.arrival))`;

/** The fixes that wait for the judge: by the batches they were stored in, or left of a batch. */
@Injectable()
export class FixQueue {
  constructor(private readonly stored: StoredFixes) {}

  /** The first that wait: whole batches, about `limit` fixes of them, and what is left of earlier ones. */
  async next(manager: EntityManager, waits: Waiting): Promise<TakenFixes> {
    const { shards, limit } = waits;
    const left = await this.left(manager, waits);
    const waiting = await this.waiting(manager, shards);
    const taken: WaitingBatch[] = [];
    let count = left.length;
    // The last is only looked at: it says where what is taken ends.
    for (const batch of waiting.slice(0, MOST_BATCHES)) {
      if (count > 0 && count + batch.fixes > limit) break;
      taken.push(batch);
      count += batch.fixes;
    }
    const isMoreLeft = left.length === limit;
    const batches = isMoreLeft ? [] : taken;
    const ofBatches: QueuedFix[] = [];
    for (const batch of batches) ofBatches.push(...(await this.fixesOf(manager, batch)));
    const next = isMoreLeft ? undefined : waiting[batches.length];
    return {
      fixes: [...left, ...ofBatches].toSorted((one, other) => one.arrival - other.arrival),
      batches,
      ofBatches,
      left,
      endArrival: isMoreLeft
        ? left.at(-1)!.arrival
        : (next?.firstArrival ?? Number.MAX_SAFE_INTEGER),
    };
  }

  /**
   * Takes judged fixes off the queue and leaves on it what of their batches is not judged; throws when
   * another process has judged one of them meanwhile.
   */
  async takeOff(tx: EntityManager, taken: TakenFixes, judged: readonly JudgedFix[]): Promise<void> {
    const { settled, remaining } = settle(taken, judged);
    await this.deleteBatches(tx, taken);
    await this.deleteLeft(tx, settled);
    await this.addLeft(tx, remaining);
    await this.markOdd(tx, judged);
  }

  private async left(
    manager: EntityManager,
    { shards, limit, setAside }: Waiting,
  ): Promise<QueuedFix[]> {
    const rows: FixRow[] = await manager.query(
      `SELECT ${FIX_COLUMNS} FROM fix
       WHERE (vehicle_id, at, arrival) IN (
         SELECT vehicle_id, at, arrival FROM fix_left
         WHERE shard = ANY($1::smallint[]) AND NOT vehicle_id = ANY($2::uuid[])
         ORDER BY arrival LIMIT ${limit})
       ORDER BY arrival`,
      [shards, setAside],
    );
    return rows.map(toQueuedFix);
  }

  private async waiting(
    manager: EntityManager,
    shards: readonly number[],
  ): Promise<WaitingBatch[]> {
    const groups = [...new Set(shards.map(groupOfShard))];
    const rows: Record<string, never>[] = await manager.query(
      `SELECT first_arrival, shard_group, last_arrival, first_at, last_at, fixes FROM fix_waiting
       WHERE shard_group = ANY($1::smallint[]) ORDER BY first_arrival, shard_group
       LIMIT ${MOST_BATCHES + 1}`,
      [groups],
    );
    return rows.map((row) => ({
      firstArrival: Number(row['first_arrival']),
      shardGroup: row['shard_group']!,
      lastArrival: Number(row['last_arrival']),
      firstAt: row['first_at']!,
      lastAt: row['last_at']!,
      fixes: row['fixes']!,
    }));
  }

  private async fixesOf(
    manager: EntityManager,
    batch: WaitingBatch,
  ): Promise<readonly QueuedFix[]> {
    const handed = this.stored.give(batch);
    if (handed !== undefined) return handed;
    const rows: FixRow[] = await manager.query(
      `SELECT ${FIX_COLUMNS} FROM fix
       WHERE arrival BETWEEN $1 AND $2 AND at BETWEEN $3 AND $4
         AND shard % ${SHARD_GROUP_COUNT} = $5 ORDER BY arrival`,
      [batch.firstArrival, batch.lastArrival, batch.firstAt, batch.lastAt, batch.shardGroup],
    );
    return rows.map(toQueuedFix);
  }

  private async deleteBatches(tx: EntityManager, { batches }: TakenFixes): Promise<void> {
    if (batches.length === 0) return;
    const [, deleted]: [unknown, number] = await tx.query(
      `DELETE FROM fix_waiting USING unnest($1::bigint[], $2::smallint[]) AS taken (first, grp)
       WHERE fix_waiting.first_arrival = taken.first AND fix_waiting.shard_group = taken.grp`,
      [
        batches.map(({ firstArrival }) => firstArrival),
        batches.map(({ shardGroup }) => shardGroup),
      ],
    );
    assertAll('batches', batches.length, deleted);
  }

  private async deleteLeft(tx: EntityManager, arrivals: readonly number[]): Promise<void> {
    if (arrivals.length === 0) return;
    const [, deleted]: [unknown, number] = await tx.query(
      `DELETE FROM fix_left WHERE arrival = ANY($1::bigint[])`,
      [arrivals],
    );
    assertAll('fixes', arrivals.length, deleted);
  }

  private async addLeft(tx: EntityManager, fixes: readonly QueuedFix[]): Promise<void> {
    if (fixes.length === 0) return;
    await tx.query(
      `INSERT INTO fix_left (arrival, shard, vehicle_id, at)
       SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::uuid[], $4::timestamptz[])`,
      [
        fixes.map(({ arrival }) => arrival),
        fixes.map(({ shard }) => shard),
        fixes.map(({ vehicleId }): VehicleId => vehicleId),
        fixes.map(({ input }) => input.at),
      ],
    );
  }

  /** `ok` is what a row says from the first. */
  private async markOdd(tx: EntityManager, judged: readonly JudgedFix[]): Promise<void> {
    const odd = judged.filter(({ verdict }) => verdict !== 'ok');
    if (odd.length === 0) return;
    await tx.query(
      `UPDATE fix SET verdict = judged.verdict
       FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::text[])
         AS judged (vehicle_id, at, arrival, verdict)
       WHERE fix.vehicle_id = judged.vehicle_id AND fix.at = judged.at
         AND fix.arrival = judged.arrival`,
      [
        odd.map(({ fix }) => fix.vehicleId),
        odd.map(({ fix }) => fix.input.at),
        odd.map(({ fix }) => fix.arrival),
        odd.map(({ verdict }) => verdict),
      ],
    );
  }
}

/**
 * What judging these comes to for what was left: arrivals that are there no more, and fixes that come
 * to it from whole batches. What was judged without being taken was left.
 */
function settle(
  { fixes, ofBatches, left }: TakenFixes,
  judged: readonly JudgedFix[],
): { readonly settled: readonly number[]; readonly remaining: readonly QueuedFix[] } {
  // All of them, as nearly always: a fix that is judged with others is one of those taken.
  if (judged.length === fixes.length) return { settled: left.map(arrivalOf), remaining: [] };
  const done = new Set(judged.map(({ fix }) => fix.arrival));
  const whole = new Set(ofBatches.map(arrivalOf));
  return {
    settled: [...done].filter((arrival) => !whole.has(arrival)),
    remaining: ofBatches.filter(({ arrival }) => !done.has(arrival)),
  };
}

const arrivalOf = ({ arrival }: QueuedFix): number => arrival;

function assertAll(what: string, wanted: number, taken: number): void {
  if (taken === wanted) return;
  throw new Error(`${wanted - taken} of ${wanted} ${what} were judged by another process`);
}
