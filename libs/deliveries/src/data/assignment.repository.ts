import type { AssignmentId, DriverId, OrderId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { AssignmentEntity } from './assignment.entity.js';
import { changeVersioned } from './versioned.js';

/** A released assignment with what is needed to predict its vehicle's return. */
export interface HeldAssignment {
  readonly id: AssignmentId;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly vehicleId: VehicleId;
  readonly driverId: DriverId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Volume of its load; null for a pump job. */
  readonly loadM3: number | null;
  readonly pumpReadyByAt: Date | null;
  readonly pumpUntilAt: Date | null;
  readonly siteLng: number;
  readonly siteLat: number;
}

/** Who is held for what, and when. */
@Injectable()
export class AssignmentRepository {
  find(manager: EntityManager, id: AssignmentId): Promise<AssignmentEntity | null> {
    return manager.findOneBy(AssignmentEntity, { id });
  }

  lock(tx: EntityManager, id: AssignmentId): Promise<AssignmentEntity> {
    return tx.findOneOrFail(AssignmentEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Holds what is released for an order, in order of id. */
  lockReleasedOf(tx: EntityManager, orderId: OrderId): Promise<AssignmentEntity[]> {
    return tx.find(AssignmentEntity, {
      where: { orderId, state: 'released' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** When a driver's next job begins that begins after an instant; null: he has none. */
  async nextStartOf(manager: EntityManager, driverId: DriverId, after: Date): Promise<Date | null> {
    const next = await manager.findOne(AssignmentEntity, {
      select: { id: true, startsAt: true },
      where: { driverId, state: 'released', startsAt: MoreThan(after) },
      order: { startsAt: 'ASC' },
    });
    return next?.startsAt ?? null;
  }

  insert(tx: EntityManager, assignment: AssignmentEntity): Promise<unknown> {
    return tx.insert(AssignmentEntity, assignment);
  }

  change(tx: EntityManager, assignment: AssignmentEntity, change: Partial<AssignmentEntity>) {
    return changeVersioned(tx, AssignmentEntity, assignment, change);
  }

  /** Released windows of these vehicles or drivers that touch the span, in order of start. */
  heldWithin(
    manager: EntityManager,
    vehicleIds: readonly VehicleId[],
    driverIds: readonly DriverId[],
    span: { readonly from: Date; readonly to: Date },
  ): Promise<HeldAssignment[]> {
    return manager.query(
      `SELECT a.id, a.order_id AS "orderId", o.order_no AS "orderNo",
              a.vehicle_id AS "vehicleId", a.driver_id AS "driverId",
              a.starts_at AS "startsAt", a.ends_at AS "endsAt",
              l.planned_m3 AS "loadM3",
              p.ready_by_at AS "pumpReadyByAt", p.until_at AS "pumpUntilAt",
              ST_X(s.position::geometry) AS "siteLng", ST_Y(s.position::geometry) AS "siteLat"
       FROM assignment a
       JOIN pour_order o ON o.id = a.order_id
       JOIN site s ON s.id = o.site_id
       LEFT JOIN load l ON l.id = a.load_id
       LEFT JOIN pump_job p ON p.id = a.pump_job_id
       WHERE a.state = 'released'
         AND (a.vehicle_id = ANY($1::uuid[]) OR a.driver_id = ANY($2::uuid[]))
         AND a.starts_at < $4 AND a.ends_at > $3
       ORDER BY a.starts_at`,
      [vehicleIds, driverIds, span.from, span.to],
    );
  }
}
