import { addMinutes, type EnterpriseId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { LearningTerms } from './rules/find-duration.js';

const DAY_MIN = 1_440;

/** The policies that durations are learnt by. */
@Injectable()
export class DurationTerms {
  constructor(private readonly policies: PolicyQueries) {}

  async at(
    at: Date,
    enterpriseId: EnterpriseId,
  ): Promise<LearningTerms & { readonly since: Date; readonly quantilePct: number }> {
    type Key = `durations.${'learn_from_days' | 'quantile_pct' | 'trips_min' | 'prior_trips'}`;
    const read = async (key: Key) =>
      (await this.policies.valueAt(key, at, [`enterprise:${enterpriseId}`])).value;
    return {
      since: addMinutes(at, -DAY_MIN * (await read('durations.learn_from_days'))),
      quantilePct: await read('durations.quantile_pct'),
      samplesMin: await read('durations.trips_min'),
      priorSamples: await read('durations.prior_trips'),
    };
  }
}
