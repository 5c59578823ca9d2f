import { addMinutes, type Clock, CLOCK, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { DayPlanEntity } from '../../data/day-plan.entity.js';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { operatingDayAt } from '../rules/standing.js';

/** Nobody comes to work earlier than that before the day that he comes for. */
const COMES_BEFORE_MIN = 240;

/** The plans that what happens now is about: of the running day, and of one about to begin. */
@Injectable()
export class PlansUnderWay {
  constructor(
    private readonly plans: DayPlanRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(enterpriseId: EnterpriseId): Promise<DayPlanEntity[]> {
    const now = this.clock.now();
    const scopes = [`enterprise:${enterpriseId}`];
    const startHour = (await this.policies.valueAt('operating_day.start_hour', now, scopes)).value;
    const days = [now, addMinutes(now, COMES_BEFORE_MIN)].map((at) =>
      operatingDayAt(at, startHour, this.timeZone),
    );
    const found: DayPlanEntity[] = [];
    for (const on of new Set(days)) {
      const { reads } = this.unitOfWork;
      const plan = await this.plans.findOfDay(reads, SYSTEM_SCOPE, enterpriseId, on);
      if (plan) found.push(plan);
    }
    return found;
  }
}
