import type { AccessScope, TripId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BatchMismatch } from '../../rules/plant-desk/batch-mismatches.js';
import { BatchRecordEntity } from '../batch-record.entity.js';
import { enterprisesOf, seenBy } from '../visible.js';
import { BatchSettlementEntity } from './batch-settlement.entity.js';

/** A batch record with what was decided on it last. */
export interface DecidedBatch {
  readonly id: string;
  readonly tripId: TripId;
  /** The trip that it concerns: its own, or one whose truck another trip's concrete went into. */
  readonly ofTripId: TripId;
  readonly batchedM3: number;
  readonly batchedAt: Date;
  readonly plantId: BatchRecordEntity['plantId'];
  readonly lineId: string | null;
  readonly mixDesignNo: string | null;
  readonly mismatches: readonly BatchMismatch[];
  readonly decision: 'stands' | 'void' | null;
}

const DECISION = `(
  SELECT decision FROM batch_settlement WHERE batch_record_id = r.id
  ORDER BY settled_at DESC, id DESC LIMIT 1)`;

/** What was batched, and what people decided on it. */
@Injectable()
export class BatchRecordRepository {
  insert(tx: EntityManager, record: BatchRecordEntity): Promise<unknown> {
    return tx.insert(BatchRecordEntity, record);
  }

  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: string,
  ): Promise<{ readonly id: string; readonly tripId: TripId } | null> {
    const rows: { id: string; tripId: TripId }[] = await manager.query(
      `SELECT r.id, r.trip_id AS "tripId" FROM batch_record r JOIN trip t ON t.id = r.trip_id
       WHERE r.id = $1 AND ${seenBy('t.enterprise_id', 2)}`,
      [id, enterprisesOf(scope)],
    );
    return rows[0] ?? null;
  }

  /** The trip's own records, the oldest first. */
  ofTrip(manager: EntityManager, tripId: TripId): Promise<DecidedBatch[]> {
    return manager.query(
      `SELECT r.id, r.trip_id AS "tripId", r.trip_id AS "ofTripId", r.batched_m3 AS "batchedM3",
              r.batched_at AS "batchedAt", r.plant_id AS "plantId", r.line_id AS "lineId",
              r.mix_design_no AS "mixDesignNo", r.mismatches, ${DECISION} AS decision
       FROM batch_record r WHERE r.trip_id = $1 ORDER BY r.batched_at, r.id`,
      [tripId],
    );
  }

  /** Records of these trips, and those of others that went into their trucks since assignment. */
  concerning(manager: EntityManager, tripIds: readonly TripId[]): Promise<DecidedBatch[]> {
    return manager.query(
      `SELECT r.id, r.trip_id AS "tripId", t.id AS "ofTripId", r.batched_m3 AS "batchedM3",
              r.batched_at AS "batchedAt", r.plant_id AS "plantId", r.line_id AS "lineId",
              r.mix_design_no AS "mixDesignNo", r.mismatches, ${DECISION} AS decision
       FROM trip t
       JOIN batch_record r ON r.trip_id = t.id
         OR (r.vehicle_id = t.vehicle_id AND r.mismatches @> '[{"code": "another_truck"}]'
             AND r.batched_at >= t.assigned_at - interval '1 hour'
             AND (t.ended_at IS NULL OR r.batched_at <= t.ended_at))
       WHERE t.id = ANY($1::uuid[])
       ORDER BY r.batched_at, r.id`,
      [tripIds],
    );
  }

  insertSettlement(tx: EntityManager, settlement: BatchSettlementEntity): Promise<unknown> {
    return tx.insert(BatchSettlementEntity, settlement);
  }
}
