import {
  addMinutes,
  type Clock,
  CLOCK,
  type DriverId,
  groupBy,
  operatingDayOf,
} from '@tongyun/kernel';
import { type DrivingFact, instantOfLocal } from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DrivingRepository } from './data/driving.repository.js';
import { computeDrivingTime } from './rules/driving-time.js';

const MIN_PER_HOUR = 60;

/** How long drivers have driven by now, by the limits that the fatigue alerts go by. */
@Injectable()
export class DrivingTimes {
  constructor(
    private readonly driving: DrivingRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Of each driver, also of one of whom nothing is known.
   *
   * @param startsAt when the work begins: by then who can still rest has rested
   * @param aheadMin minutes at the wheel that the work asks for
   */
  async ofDrivers(
    driverIds: readonly DriverId[],
    startsAt: Date,
    aheadMin: number,
  ): Promise<Map<DriverId, DrivingFact>> {
    const now = this.clock.now();
    const startHour = (await this.policies.valueAt('operating_day.start_hour', now)).value;
    const restMin = (await this.policies.valueAt('alerts.fatigue.rest_min', now)).value;
    const sinceRest = await this.policies.valueAt('alerts.fatigue.drive_min', now);
    const onDay = await this.policies.valueAt('alerts.daily_driving_min', now);
    const on = operatingDayOf(now, startHour, this.timeZone);
    const beginsAt = instantOfLocal(on, startHour * MIN_PER_HOUR, this.timeZone);
    // Who drove into this day since the last one has not rested either.
    const since = addMinutes(beginsAt, -restMin);
    const duties = groupBy(
      await this.driving.dutiesOf(this.unitOfWork.reads, driverIds, since),
      ({ driverId }) => driverId,
    );
    const canRest = addMinutes(now, restMin) <= startsAt;
    const isThatDay = operatingDayOf(startsAt, startHour, this.timeZone) === on;
    return new Map(
      driverIds.map((id) => {
        const time = computeDrivingTime(duties.get(id) ?? [], { on, beginsAt, restMin }, now);
        const fact: DrivingFact = {
          sinceRestMin: canRest ? 0 : time.sinceRestMin,
          sinceRestLimitMin: sinceRest.value,
          restMin,
          onDayMin: isThatDay ? time.onDayMin : 0,
          onDayLimitMin: onDay.value,
          aheadMin: Math.ceil(aheadMin),
        };
        return [id, fact];
      }),
    );
  }
}
