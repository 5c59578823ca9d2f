import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { computePassState, type DatedPass, type PassState } from './rules/pass-state.js';

/** Tells the state that passes are shown in, by the policy in force. */
@Injectable()
export class PassStates {
  constructor(private readonly policies: PolicyQueries) {}

  /** The judgement for any number of passes at one instant. */
  async judgeAt(at: Date, tx?: EntityManager): Promise<(pass: DatedPass) => PassState> {
    const { value: days } = await this.policies.valueAt('passes.expiring_within_days', at, [], tx);
    return (pass) => computePassState(pass, days, at);
  }
}
