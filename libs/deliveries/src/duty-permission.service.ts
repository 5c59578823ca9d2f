import { FactsQueries } from '@tongyun/compliance';
import { type Driver, EnterpriseQueries } from '@tongyun/fleet';
import { addMinutes, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { judge, type Reason } from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { anyOwnVehicle } from './any-own-vehicle.js';
import { DrivingTimes } from './driving-times.js';

/** The next hours are judged, so that nobody starts a shift whose permission is about to end. */
const SHIFT_MIN = 60;

/** Answers whether a driver may go on duty, with a vehicle or before he has one. */
@Injectable()
export class DutyPermission {
  constructor(
    private readonly facts: FactsQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly drivingTimes: DrivingTimes,
    private readonly policies: PolicyQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /**
   * @param vehicleId null: only what concerns the driver and his enterprise
   * @param from since when he works: a duty that is stated late is judged up to now as well
   */
  async judge(
    driver: Driver,
    vehicleId: VehicleId | null,
    from: Date,
    now: Date,
  ): Promise<Reason[]> {
    // The facts are the program's to know; the driver only sees the reasons.
    const [driverFact] = await this.facts.driverFacts(SYSTEM_SCOPE, [driver.id]);
    const driving = (await this.drivingTimes.ofDrivers([driver.id], now, 0)).get(driver.id);
    const vehicle =
      vehicleId === null
        ? anyOwnVehicle(driver.enterpriseId)
        : await this.facts.vehicleFact(SYSTEM_SCOPE, vehicleId);
    const enterprise = await this.enterprises.get(SYSTEM_SCOPE, driver.enterpriseId);
    const { version } = await this.policies.valueAt('assignment.hard_permission', now);
    return judge(
      {
        vehicle,
        driver: driverFact ? { ...driverFact, driving } : null,
        work: {
          enterpriseId: driver.enterpriseId,
          isEnterpriseBarred: enterprise.isBarred,
          loadM3: null,
          range: null,
          neededReachM: null,
        },
        zones: [],
        timeZone: this.timeZone,
        policyVersion: version,
      },
      { from, to: addMinutes(now, SHIFT_MIN) },
    );
  }
}
