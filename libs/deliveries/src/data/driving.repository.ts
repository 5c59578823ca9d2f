import type { DriverId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DrivenDuty } from '../rules/driving-time.js';

interface DrivenDutyRow extends DrivenDuty {
  readonly driverId: DriverId;
}

/** Reads tracking's table: how vehicles were driven while drivers were on duty on them. */
@Injectable()
export class DrivingRepository {
  /** The duties of each driver that were not over by `since`. */
  dutiesOf(
    manager: EntityManager,
    driverIds: readonly DriverId[],
    since: Date,
  ): Promise<DrivenDutyRow[]> {
    return manager.query(
      `SELECT d.driver_id AS "driverId", d.vehicle_id AS "vehicleId",
         d.clock_in_at AS "clockInAt", d.clock_out_at AS "clockOutAt",
         k.fix_at AS "fixAt", k.state->'motion' AS motion
       FROM duty d JOIN vehicle_track k ON k.vehicle_id = d.vehicle_id
       WHERE d.driver_id = ANY($1) AND (d.clock_out_at IS NULL OR d.clock_out_at > $2)
       ORDER BY d.clock_in_at, d.id`,
      [driverIds, since],
    );
  }
}
