import { addMinutes, type Clock, CLOCK, localTimeOf, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { BackgroundWork, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CallInCheckRepository } from '../data/call-in-check.repository.js';
import type { DayPlanEntity } from '../data/day-plan.entity.js';
import { CheckCallIns } from './check-call-ins.service.js';
import { DayPlanBook } from './day-plan-book.service.js';
import { isEveningCheckDue } from './rules/evening-check.js';

const EVERY_MS = 60_000;
const DAY_MIN = 1_440;

/** Judges the first round of each released plan again on the evening before, by itself. */
@Injectable()
export class RunEveningChecks implements OnApplicationBootstrap {
  private readonly log = new Logger(RunEveningChecks.name);

  constructor(
    private readonly checks: CallInCheckRepository,
    private readonly checking: CheckCallIns,
    private readonly book: DayPlanBook,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.runDue());
  }

  /** What fails is tried again with the next round, and stops no other plan. */
  async runDue(): Promise<void> {
    const now = this.clock.now();
    const days = [now, addMinutes(now, DAY_MIN)].map((at) => localTimeOf(at, this.timeZone).on);
    for (const plan of await this.checks.unchecked(this.unitOfWork.reads, days)) {
      if (await this.isDue(plan, now)) await this.check(plan);
    }
  }

  private async isDue({ enterpriseId, operatingOn }: DayPlanEntity, now: Date): Promise<boolean> {
    const scopes = [`enterprise:${enterpriseId}`];
    const hours = {
      checkHour: (await this.policies.valueAt('plan.evening_check_hour', now, scopes)).value,
      startHour: (await this.policies.valueAt('operating_day.start_hour', now, scopes)).value,
    };
    return isEveningCheckDue(operatingOn, now, hours, this.timeZone);
  }

  private async check({ id }: DayPlanEntity): Promise<void> {
    try {
      await this.checking.keep(
        SYSTEM_SCOPE,
        await this.book.open(SYSTEM_SCOPE, id, null),
        'evening',
      );
    } catch (error) {
      this.log.error(error);
    }
  }
}
