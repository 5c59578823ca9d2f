import type { LiveMapView, LiveVehicleView } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type LiveVehicleRow, LiveVehicleRows } from './data/live-vehicle-rows.js';

/** Vehicles as the map shows them. */
@Injectable()
export class LiveVehicles {
  constructor(
    private readonly rows: LiveVehicleRows,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every vehicle the asker may see, with and without a position. */
  async snapshot(scope: AccessScope, tx?: EntityManager): Promise<LiveMapView> {
    const at = this.clock.now();
    const rows = await this.rows.all(tx ?? this.unitOfWork.reads, scope, at);
    return { at: at.toISOString(), vehicles: rows.map(toLiveVehicleView) };
  }

  /** Some vehicles, for telling everybody who may see them. */
  async viewsOf(vehicleIds: readonly VehicleId[]): Promise<LiveVehicleView[]> {
    const { reads } = this.unitOfWork;
    const rows = await this.rows.some(reads, SYSTEM_SCOPE, this.clock.now(), vehicleIds);
    return rows.map(toLiveVehicleView);
  }
}

const toLiveVehicleView = (row: LiveVehicleRow): LiveVehicleView => ({
  vehicleId: row.id,
  kind: row.kind,
  plateNo: row.plate_no,
  fleetNo: row.fleet_no,
  enterpriseId: row.enterprise_id,
  isProvisional: row.is_provisional,
  isViolating: row.is_violating,
  isOnline: row.is_silent === false,
  tripId: row.trip_id,
  stage: row.stage,
  driverName: row.driver_name,
  position: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
  speedKph: row.speed_kph,
  headingDeg: row.heading_deg,
  fixAt: row.fix_at?.toISOString() ?? null,
});
