import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QueuedChange, QueuedTimer } from '../queued-input.js';
import type { TimerKind } from '../rules/inputs.js';
import { CHANGE_COLUMNS, type ChangeRow, toQueuedChange } from './queue-rows.js';

/** What may be taken; vehicles that are set aside wait. */
export interface Waiting {
  readonly shards: readonly number[];
  readonly limit: number;
  readonly setAside: readonly VehicleId[];
}

/** Which timers are asked for. */
export interface DueTimers {
  readonly shards: readonly number[];
  readonly kinds: readonly TimerKind[];
  readonly now: Date;
}

/** What beside fixes waits for the judge, and the marks that say it waits no more. */
@Injectable()
export class JudgeQueue {
  /** Unjudged changes of these shards, in order of arrival. */
  async changes(manager: EntityManager, waiting: Waiting): Promise<QueuedChange[]> {
    const { shards, limit, setAside } = waiting;
    const rows: ChangeRow[] = await manager.query(
      `SELECT ${CHANGE_COLUMNS} FROM judge_input
       WHERE judged_at IS NULL AND shard = ANY($1::smallint[])
         AND NOT vehicle_id = ANY($2::uuid[]) ORDER BY arrival LIMIT ${limit}`,
      [shards, setAside],
    );
    return rows.map(toQueuedChange);
  }

  /** Timers of these kinds that have come due, the earliest first. */
  async dueTimers(
    manager: EntityManager,
    { shards, kinds, now }: DueTimers,
  ): Promise<QueuedTimer[]> {
    const rows: { vehicle_id: VehicleId; kind: TimerKind; due_at: Date }[] = await manager.query(
      `SELECT vehicle_id, kind, due_at FROM judge_timer
       WHERE due_at <= $1 AND shard = ANY($2::smallint[]) AND kind = ANY($3::text[])
       ORDER BY due_at, vehicle_id LIMIT 1000`,
      [now, shards, kinds],
    );
    return rows.map(({ vehicle_id, kind, due_at }) => ({
      from: 'judge_timer',
      vehicleId: vehicle_id,
      input: { kind: 'timer', timer: kind, at: due_at },
    }));
  }

  async markChanges(tx: EntityManager, changes: readonly QueuedChange[], now: Date): Promise<void> {
    if (changes.length === 0) return;
    const [, marked]: [unknown, number] = await tx.query(
      `UPDATE judge_input SET judged_at = $1 WHERE arrival = ANY($2::bigint[]) AND judged_at IS NULL`,
      [now, changes.map(({ arrival }) => arrival)],
    );
    if (marked === changes.length) return;
    throw new Error(`${changes.length - marked} changes were judged by another process`);
  }

  /**
   * Takes timers away as they fire. That none fires twice is the doing of the state's version: one that
   * the state knows of need not be stored any more.
   */
  async takeTimers(tx: EntityManager, timers: readonly QueuedTimer[]): Promise<void> {
    if (timers.length === 0) return;
    await tx.query(
      `DELETE FROM judge_timer
       USING unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS fired (vehicle_id, kind, at)
       WHERE judge_timer.vehicle_id = fired.vehicle_id AND judge_timer.kind = fired.kind
         AND judge_timer.due_at = fired.at`,
      [
        timers.map(({ vehicleId }) => vehicleId),
        timers.map(({ input }) => input.timer),
        timers.map(({ input }) => input.at),
      ],
    );
  }

  async setTimers(
    tx: EntityManager,
    timers: readonly { vehicleId: VehicleId; kind: string; shard: number; dueAt: Date }[],
  ): Promise<void> {
    if (timers.length === 0) return;
    await tx.query(
      `INSERT INTO judge_timer (vehicle_id, kind, shard, due_at)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::timestamptz[])
       ON CONFLICT (vehicle_id, kind) DO UPDATE SET due_at = excluded.due_at`,
      [
        timers.map(({ vehicleId }) => vehicleId),
        timers.map(({ kind }) => kind),
        timers.map(({ shard }) => shard),
        timers.map(({ dueAt }) => dueAt),
      ],
    );
  }
}
