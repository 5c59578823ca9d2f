import type { AssignmentId, OrderId, TripId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { StageClaimEntity } from './stage-claim.entity.js';
import { TripEntity } from './trip.entity.js';
import { changeVersioned } from './versioned.js';

/** A trip held for change, with what else its vehicle or driver has under way. */
export interface LockedTrip {
  readonly trip: TripEntity;
  readonly underWay: readonly (TripEntity & { readonly startedAt: Date })[];
}

/** Trips and what was said about them. */
@Injectable()
export class TripRepository {
  find(manager: EntityManager, id: TripId): Promise<TripEntity | null> {
    return manager.findOneBy(TripEntity, { id });
  }

  /**
   * Holds every open trip of the vehicle and of the driver, in order of id, so that two reports at
   * once wait for each other instead of both starting a trip.
   */
  async lock(tx: EntityManager, id: TripId): Promise<LockedTrip | null> {
    const seen = await this.find(tx, id);
    if (!seen) return null;
    const rows = await tx
      .createQueryBuilder(TripEntity, 'trip')
      .setLock('pessimistic_write')
      .where('trip.id = :id', { id })
      .orWhere(
        '(trip.vehicleId = :vehicleId OR trip.driverId = :driverId) AND trip.endedAt IS NULL',
        { vehicleId: seen.vehicleId, driverId: seen.driverId },
      )
      .orderBy('trip.id')
      .getMany();
    const trip = rows.find((row) => row.id === id);
    if (!trip) return null;
    const isUnderWay = (row: TripEntity): row is TripEntity & { startedAt: Date } =>
      row.id !== id && row.startedAt !== null && row.endedAt === null;
    return { trip, underWay: rows.filter(isUnderWay) };
  }

  /**
   * Holds what sending a trip on to another order touches, in order of id: the open trips of its
   * vehicle and driver, and those of that order.
   */
  async lockToDivert(
    tx: EntityManager,
    id: TripId,
    orderId: OrderId | null,
  ): Promise<LockedTrip | null> {
    if (orderId !== null) {
      await tx
        .createQueryBuilder(TripEntity, 'trip')
        .setLock('pessimistic_write')
        .where('trip.id = :id', { id })
        .orWhere('trip.orderId = :orderId AND trip.endedAt IS NULL', { orderId })
        .orderBy('trip.id')
        .getMany();
    }
    return this.lock(tx, id);
  }

  /** Holds the trips of an order that are not over, in order of id. */
  lockOpenOf(tx: EntityManager, orderId: OrderId): Promise<TripEntity[]> {
    return tx.find(TripEntity, {
      where: { orderId, endedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  countOpenOf(tx: EntityManager, orderId: OrderId): Promise<number> {
    return tx.countBy(TripEntity, { orderId, endedAt: IsNull() });
  }

  ofAssignment(manager: EntityManager, assignmentId: AssignmentId): Promise<TripEntity | null> {
    return manager.findOneBy(TripEntity, { assignmentId });
  }

  /** The trip of an assignment, held for change; null for a pump's. */
  lockOfAssignment(tx: EntityManager, assignmentId: AssignmentId): Promise<TripEntity | null> {
    return tx.findOne(TripEntity, {
      where: { assignmentId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  insert(tx: EntityManager, trip: TripEntity): Promise<unknown> {
    return tx.insert(TripEntity, trip);
  }

  change(tx: EntityManager, trip: TripEntity, change: Partial<TripEntity>): Promise<TripEntity> {
    return changeVersioned(tx, TripEntity, trip, change);
  }

  /** Whether no other trip took over the load after this one. */
  async isLatestOfLoad(tx: EntityManager, trip: TripEntity): Promise<boolean> {
    const latest = await tx.findOne(TripEntity, {
      select: { id: true },
      where: { loadId: trip.loadId },
      order: { assignedAt: 'DESC', id: 'DESC' },
    });
    return latest?.id === trip.id;
  }

  /** Whether concrete of the order has begun to leave a drum. */
  async isDischarging(tx: EntityManager, orderId: OrderId): Promise<boolean> {
    const [row]: [{ is: boolean }] = await tx.query(
      `SELECT EXISTS (
         SELECT 1 FROM trip WHERE order_id = $1
           AND (unload_start_at IS NOT NULL OR stage IN ('unloading', 'unloaded', 'washing'))
       ) AS is`,
      [orderId],
    );
    return row.is;
  }

  findClaim(manager: EntityManager, id: string): Promise<StageClaimEntity | null> {
    return manager.findOneBy(StageClaimEntity, { id });
  }

  /** Keeps a claim; false when this id was kept before. */
  async keepClaim(tx: EntityManager, claim: StageClaimEntity): Promise<boolean> {
    const { raw }: { raw: unknown[] } = await tx
      .createQueryBuilder()
      .insert()
      .into(StageClaimEntity)
      .values(claim)
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  }
}
