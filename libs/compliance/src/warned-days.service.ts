import { addMinutes, localTimeOf } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { WarnedDays } from './rules/day-validity.js';

const MIN_PER_DAY = 1_440;

/** Tells how far ahead it is warned of what counts up to a day, by the policy in force. */
@Injectable()
export class WarnedDaysQueries {
  constructor(
    private readonly policies: PolicyQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async at(
    key:
      'training.expiring_within_days' | 'documents.expiring_within_days' | 'credit.due_within_days',
    now: Date,
  ): Promise<WarnedDays> {
    const { value: days } = await this.policies.valueAt(key, now);
    const until = addMinutes(now, days * MIN_PER_DAY);
    return {
      today: localTimeOf(now, this.timeZone).on,
      untilOn: localTimeOf(until, this.timeZone).on,
    };
  }
}
