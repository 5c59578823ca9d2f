import { DriverQueries, EnterpriseQueries, VehicleQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type DriverId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { Reason } from '@tongyun/permission';
import { Inject, Injectable } from '@nestjs/common';
import type { DutyEntity } from './data/duty.entity.js';
import type { TripDetails } from './data/trip-details.repository.js';
import { DutyPermission } from './duty-permission.service.js';
import { DutyQueries } from './duty-queries.service.js';
import { TripQueries } from './trip-queries.service.js';

/** What a driver's one screen shows: his duty, his trip, or why he may not drive. */
export interface DriverDay {
  readonly driverId: DriverId;
  readonly driverName: string;
  readonly enterpriseName: string;
  readonly duty: DutyEntity | null;
  /** Plate of the vehicle he is on duty on. */
  readonly plateNo: string | null;
  readonly trip: TripDetails | null;
  readonly waitingTrips: number;
  readonly reasons: readonly Reason[];
  readonly dataAt: Date;
}

@Injectable()
export class DriverDayQueries {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly vehicles: VehicleQueries,
    private readonly duties: DutyQueries,
    private readonly trips: TripQueries,
    private readonly permission: DutyPermission,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, driverId: DriverId): Promise<DriverDay> {
    const driver = await this.drivers.get(scope, driverId);
    const enterprise = await this.enterprises.get(SYSTEM_SCOPE, driver.enterpriseId);
    const duty = await this.duties.openDutyOf(scope, { driverId });
    const [trip, ...waiting] = await this.trips.openOfDriver(driverId);
    const vehicleId = duty?.vehicleId ?? trip?.vehicleId ?? null;
    const vehicle = duty && (await this.vehicles.get(SYSTEM_SCOPE, duty.vehicleId));
    const dataAt = this.clock.now();
    return {
      driverId,
      driverName: driver.name,
      enterpriseName: enterprise.name,
      duty,
      plateNo: vehicle?.plateNo ?? null,
      trip: trip ?? null,
      waitingTrips: waiting.length,
      reasons: await this.permission.judge(driver, vehicleId, dataAt, dataAt),
      dataAt,
    };
  }
}
