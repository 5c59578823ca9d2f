import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QueuedChange, QueuedFix } from '../queued-input.js';
import type { FixVerdict } from '../rules/events.js';
import type { TrackState } from '../rules/track-state.js';
import { IS_WAITING } from './fix-queue.repository.js';
import {
  CHANGE_COLUMNS,
  type ChangeRow,
  FIX_COLUMNS,
  type FixRow,
  toQueuedChange,
  toQueuedFix,
} from './queue-rows.js';
import {
  readState,
  type StoredState,
  type StoredTrack,
  toStoredState,
  type TrackWrite,
} from './stored-track.js';
import { writeTracks } from './write-tracks.js';

export interface Checkpoint {
  readonly vehicleId: VehicleId;
  readonly fixAt: Date;
  readonly state: TrackState;
}

export interface NewCheckpoint extends Checkpoint {
  /** How far back a late fix may go: of the older ones the newest is where it is judged from. */
  readonly keepFrom: Date;
}

/** What the judge remembers of vehicles, now and at earlier fixes. */
@Injectable()
export class TrackRepository {
  async statesOf(
    manager: EntityManager,
    vehicleIds: readonly VehicleId[],
  ): Promise<Map<VehicleId, StoredTrack>> {
    const rows: { vehicle_id: VehicleId; state: StoredState; version: number }[] =
      await manager.query(
        `SELECT vehicle_id, state, version FROM vehicle_track WHERE vehicle_id = ANY($1::uuid[])`,
        [vehicleIds],
      );
    return new Map(
      rows.map(({ vehicle_id, state, version }) => [
        vehicle_id,
        { state: readState(state), version },
      ]),
    );
  }

  /** Writes states over those of the version before; throws when one was written meanwhile. */
  async save(tx: EntityManager, tracks: readonly TrackWrite[]): Promise<void> {
    if (tracks.length === 0) return;
    const count = await writeTracks(tx, tracks);
    if (count !== tracks.length) {
      throw new Error('the state of a vehicle was written by another process');
    }
  }

  /** The watches wait for nothing any more, until an input sets their timer again. */
  async forgetWatchTimer(tx: EntityManager, vehicleId: VehicleId): Promise<void> {
    await tx.query(
      `UPDATE vehicle_track SET state = state || '{"watchDueAtMs": null}', version = version + 1
       WHERE vehicle_id = $1`,
      [vehicleId],
    );
  }

  /** Adds checkpoints, and drops those of the same vehicles that no late fix may go back to. */
  async addCheckpoints(tx: EntityManager, checkpoints: readonly NewCheckpoint[]): Promise<void> {
    if (checkpoints.length === 0) return;
    await tx.query(
      `INSERT INTO track_checkpoint (vehicle_id, fix_at, state)
       SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::jsonb[])
       ON CONFLICT (vehicle_id, fix_at) DO UPDATE SET state = excluded.state`,
      [
        checkpoints.map(({ vehicleId }) => vehicleId),
        checkpoints.map(({ fixAt }) => fixAt),
        checkpoints.map(({ state }) => JSON.stringify(toStoredState(state))),
      ],
    );
    await tx.query(
      `DELETE FROM track_checkpoint old USING unnest($1::uuid[], $2::timestamptz[])
         AS added (vehicle_id, keep_from)
       WHERE old.vehicle_id = added.vehicle_id AND old.fix_at <
         (SELECT max(fix_at) FROM track_checkpoint start
          WHERE start.vehicle_id = added.vehicle_id AND start.fix_at < added.keep_from)`,
      [checkpoints.map(({ vehicleId }) => vehicleId), checkpoints.map(({ keepFrom }) => keepFrom)],
    );
  }

  /** Forgets checkpoints that a late fix has made untrue. */
  async dropCheckpointsFrom(tx: EntityManager, vehicleId: VehicleId, from: Date): Promise<void> {
    await tx.query(`DELETE FROM track_checkpoint WHERE vehicle_id = $1 AND fix_at >= $2`, [
      vehicleId,
      from,
    ]);
  }

  async checkpointBefore(
    manager: EntityManager,
    vehicleId: VehicleId,
    at: Date,
  ): Promise<Checkpoint | null> {
    const rows: { fix_at: Date; state: StoredState }[] = await manager.query(
      `SELECT fix_at, state FROM track_checkpoint WHERE vehicle_id = $1 AND fix_at < $2
       ORDER BY fix_at DESC LIMIT 1`,
      [vehicleId, at],
    );
    const row = rows[0];
    return row === undefined ? null : { vehicleId, fixAt: row.fix_at, state: readState(row.state) };
  }

  /** Fixes of these verdicts and changes of a vehicle later than `after`, in order of their own time. */
  async judgedSince(
    manager: EntityManager,
    vehicleId: VehicleId,
    after: Date,
    verdicts: readonly (FixVerdict | 'late')[],
  ): Promise<(QueuedFix | QueuedChange)[]> {
    const fixes: FixRow[] = await manager.query(
      `SELECT ${FIX_COLUMNS} FROM fix
       WHERE vehicle_id = $1 AND at > $2 AND verdict = ANY($3::text[])
         AND NOT ${IS_WAITING}
       ORDER BY at, arrival`,
      [vehicleId, after, verdicts],
    );
    const changes: ChangeRow[] = await manager.query(
      `SELECT ${CHANGE_COLUMNS} FROM judge_input
       WHERE vehicle_id = $1 AND at > $2 AND judged_at IS NOT NULL ORDER BY at, arrival`,
      [vehicleId, after],
    );
    return [...fixes.map(toQueuedFix), ...changes.map(toQueuedChange)].toSorted(
      (one, other) =>
        one.input.at.getTime() - other.input.at.getTime() || one.arrival - other.arrival,
    );
  }

  /** The last facts of a vehicle that were recorded at or before an instant. */
  async factsChangeBefore(
    manager: EntityManager,
    vehicleId: VehicleId,
    at: Date,
  ): Promise<QueuedChange | null> {
    const rows: ChangeRow[] = await manager.query(
      `SELECT ${CHANGE_COLUMNS} FROM judge_input
       WHERE vehicle_id = $1 AND kind = 'facts_changed' AND at <= $2 AND payload ? 'facts'
       ORDER BY at DESC, arrival DESC LIMIT 1`,
      [vehicleId, at],
    );
    return rows[0] === undefined ? null : toQueuedChange(rows[0]);
  }

  /** The last change of a vehicle's trip that was known at or before an instant. */
  async tripChangeBefore(
    manager: EntityManager,
    vehicleId: VehicleId,
    at: Date,
  ): Promise<QueuedChange | null> {
    const rows: ChangeRow[] = await manager.query(
      `SELECT ${CHANGE_COLUMNS} FROM judge_input
       WHERE vehicle_id = $1 AND kind = 'trip_changed' AND at <= $2 AND judged_at IS NOT NULL
       ORDER BY at DESC, arrival DESC LIMIT 1`,
      [vehicleId, at],
    );
    return rows[0] === undefined ? null : toQueuedChange(rows[0]);
  }

  /** Whether a stage of a trip has a time already, whatever its evidence. */
  async hasStageTime(manager: EntityManager, tripId: string, stage: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM trip WHERE id = $1 AND stage_evidence ->> $2 IS NOT NULL`,
      [tripId, stage],
    );
    return rows.length > 0;
  }
}
