import type { AccessScope, AssignmentId, OrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssignmentEntity } from './assignment.entity.js';
import { enterprisesOf, seenBy } from './visible.js';

/** An assignment with the names that people know its vehicle and driver by. */
export interface AssignmentDetails extends Pick<
  AssignmentEntity,
  | 'id'
  | 'orderId'
  | 'loadId'
  | 'pumpJobId'
  | 'plantId'
  | 'vehicleId'
  | 'driverId'
  | 'startsAt'
  | 'endsAt'
  | 'state'
  | 'warnings'
  | 'overrideReason'
  | 'version'
> {
  readonly plateNo: string | null;
  readonly driverName: string;
}

const SELECT_DETAILS = `
  SELECT a.id, a.order_id AS "orderId", a.load_id AS "loadId", a.pump_job_id AS "pumpJobId",
         a.plant_id AS "plantId", a.vehicle_id AS "vehicleId", v.plate_no AS "plateNo",
         a.driver_id AS "driverId", d.name AS "driverName", a.starts_at AS "startsAt",
         a.ends_at AS "endsAt", a.state, a.warnings, a.override_reason AS "overrideReason",
         a.version
  FROM assignment a
  JOIN vehicle v ON v.id = a.vehicle_id
  JOIN driver d ON d.id = a.driver_id`;

/** Reads assignments for screens. */
@Injectable()
export class AssignmentDetailsRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: AssignmentId,
  ): Promise<AssignmentDetails | undefined> {
    const rows: AssignmentDetails[] = await manager.query(
      `${SELECT_DETAILS} WHERE a.id = $1 AND ${seenBy('a.enterprise_id', 2)}`,
      [id, enterprisesOf(scope)],
    );
    return rows[0];
  }

  /** What is in force or done for an order; cancelled ones are left out. */
  ofOrder(manager: EntityManager, orderId: OrderId): Promise<AssignmentDetails[]> {
    return manager.query(
      `${SELECT_DETAILS} WHERE a.order_id = $1 AND a.state <> 'cancelled'
       ORDER BY a.created_at, a.id`,
      [orderId],
    );
  }
}
