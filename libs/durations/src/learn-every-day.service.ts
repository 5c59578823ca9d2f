import {
  addMinutes,
  type Clock,
  CLOCK,
  type EnterpriseId,
  operatingDayOf,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { instantOfLocal } from '@tongyun/permission';
import { BackgroundWork, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ObservedTripRepository } from './data/observed-trip.repository.js';
import { LearnDurationsService } from './learn-durations.service.js';
import { ObserveTripsService } from './observe-trips.service.js';

const EVERY_MS = 600_000;
const LEASE = 'learn-durations';
const LEASE_SEC = 3_600;
const MIN_PER_HOUR = 60;
/** The longest that durations are ever learnt from; what is older was observed in its time. */
const LOOK_BACK_MIN = 366 * 1_440;

/** Observes finished trips all day, and learns from them once a day, when the operating day has turned. */
@Injectable()
export class LearnEveryDay implements OnApplicationBootstrap {
  private readonly log = new Logger(LearnEveryDay.name);

  constructor(
    private readonly observing: ObserveTripsService,
    private readonly observed: ObservedTripRepository,
    private readonly learning: LearnDurationsService,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly background: BackgroundWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.background.every(EVERY_MS, () => this.runDue());
  }

  /** Unless another process does. What fails with one enterprise stops no other. */
  async runDue(): Promise<void> {
    await this.background.alone(LEASE, LEASE_SEC, async () => {
      const now = this.clock.now();
      const since = addMinutes(now, -LOOK_BACK_MIN);
      await this.observing.observe(null, since);
      const { reads } = this.unitOfWork;
      const due = await this.observed.unlearntSince(reads, since, await this.turnOfDay(now));
      for (const enterpriseId of due) {
        if (!this.background.isStopping) await this.learn(enterpriseId);
      }
    });
  }

  private async learn(enterpriseId: EnterpriseId): Promise<void> {
    try {
      await this.learning.learn(SYSTEM_SCOPE, enterpriseId);
    } catch (error) {
      this.log.error(error);
    }
  }

  /** When the present operating day began. */
  private async turnOfDay(now: Date): Promise<Date> {
    const { value: startHour } = await this.policies.valueAt('operating_day.start_hour', now);
    const on = operatingDayOf(now, startHour, this.timeZone);
    return instantOfLocal(on, startHour * MIN_PER_HOUR, this.timeZone);
  }
}
