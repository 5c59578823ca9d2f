import { PolicyQueries, weightsOf } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { DayPolicy } from './rules/day-facts.js';

/** Local hours on the operating day's calendar day; above 24 on the next. */
export interface DayHours {
  readonly dutyFrom: number;
  readonly dutyTo: number;
}

/** The policies that a day is planned by. */
@Injectable()
export class DayPolicies {
  constructor(private readonly policies: PolicyQueries) {}

  async at(
    at: Date,
    scopes: readonly string[],
  ): Promise<{
    policy: DayPolicy;
    hours: DayHours;
    isHardPermission: boolean;
    version: string;
  }> {
    type Key = Parameters<PolicyQueries['valueAt']>[0];
    const read = async <K extends Key>(key: K) =>
      (await this.policies.valueAt(key, at, scopes)).value;
    const hard = await this.policies.valueAt('assignment.hard_permission', at, scopes);
    return {
      policy: {
        loadingMin: await read('trip.loading_min'),
        setupMin: await read('trip.setup_min'),
        dischargeMinPerM3: await read('trip.discharge_min_per_m3'),
        pumpSetupMin: await read('pump.setup_min'),
        pumpTeardownMin: await read('pump.teardown_min'),
        gapMaxMin: await read('plan.gap_max_min'),
        firstLateMaxMin: await read('plan.first_late_max_min'),
        dockMin: await read('plan.dock_min'),
        leaveMin: await read('plan.leave_min'),
        washMin: await read('plan.wash_min'),
        zoneApproachMin: await read('plan.zone_approach_min'),
        callInBeforeMin: await read('plan.call_in_before_min'),
        toldAgainMin: await read('plan.told_again_min'),
        drivingMaxMin: await read('alerts.fatigue.drive_min'),
        restMin: await read('alerts.fatigue.rest_min'),
        dayDrivingMaxMin: await read('alerts.daily_driving_min'),
        weights: {
          ...weightsOf(await read('plan.weights')),
          jumpPerLoad: await read('plan.queue_jump_points'),
        },
        queueOrder: await read('plant.queue_order'),
      },
      hours: {
        dutyFrom: await read('plan.duty_from_hour'),
        dutyTo: await read('plan.duty_to_hour'),
      },
      isHardPermission: hard.value,
      version: hard.version,
    };
  }
}
