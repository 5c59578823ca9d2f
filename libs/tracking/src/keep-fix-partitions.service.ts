import { addMinutes, type Clock, CLOCK } from '@tongyun/kernel';
import { BackgroundWork, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { FixPartitions } from './data/fix-partitions.repository.js';
import { findDaysNeeded } from './rules/fix-days.js';

const EVERY_MS = 3_600_000;
const DAY_MIN = 1_440;

/** Makes the days' partitions of fixes ahead of time, and drops those that need not be kept longer. */
@Injectable()
export class KeepFixPartitions implements OnApplicationBootstrap {
  private readonly log = new Logger(KeepFixPartitions.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly partitions: FixPartitions,
    private readonly policies: PolicyQueries,
    private readonly background: BackgroundWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is of no day yet is stored beside, so that a failure here stops nothing. */
  async onApplicationBootstrap(): Promise<void> {
    this.background.every(EVERY_MS, () => this.keep());
    await this.keep().catch((error: unknown) => this.log.error(error));
  }

  async keep(): Promise<void> {
    const now = this.clock.now();
    const { value: lateHours } = await this.policies.valueAt('judge.late_checkpoint_hours', now);
    const { value: keepDays } = await this.policies.valueAt('fix.keep_days', now);
    for (const day of findDaysNeeded(now, lateHours)) {
      await this.unitOfWork.run((tx) => this.partitions.make(tx, day));
    }
    const keepFrom = addMinutes(now, -keepDays * DAY_MIN);
    const dropped = await this.unitOfWork.run((tx) => this.partitions.dropBefore(tx, keepFrom));
    if (dropped.length > 0) this.log.log(`Fixes kept long enough: ${dropped.join(', ')}`);
  }
}
