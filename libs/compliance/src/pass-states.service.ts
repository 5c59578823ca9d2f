import { type Clock, CLOCK } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { computePassState, type DatedPass, type PassState } from './rules/pass-state.js';

/** Tells the state that a pass is shown in, by the policy and the clock of now. */
@Injectable()
export class PassStates {
  constructor(
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The judgement for many passes at one instant. */
  async judgeNow(tx?: EntityManager): Promise<(pass: DatedPass) => PassState> {
    const now = this.clock.now();
    const { value: days } = await this.policies.valueAt('passes.expiring_within_days', now, [], tx);
    return (pass) => computePassState(pass, days, now);
  }
}
