import { AttemptCounter } from '@tongyun/accounts';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { carrierOf } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';

/**
 * Holds an officer, and an agency, to so many questions a minute: nobody reads the register out
 * plate by plate. Counts in this process alone.
 */
@Injectable()
export class QuestionLimitsGuard implements CanActivate {
  private readonly questions = new AttemptCounter();

  constructor(
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { scope } = carrierOf<AccessScope>(context);
    if (!scope) throw new DomainError('NOT_SIGNED_IN', 'Sign in first');
    const waitSec = await this.waitSecOf(scope);
    if (waitSec === 0) return true;
    context.switchToHttp().getResponse<Response>().setHeader('Retry-After', waitSec);
    throw new DomainError('TOO_MANY_REQUESTS', 'Too many questions: wait a little', { waitSec });
  }

  private async waitSecOf(scope: AccessScope): Promise<number> {
    const { agency } = scope;
    const now = this.clock.now();
    const ofOfficer = await this.policies.valueAt('roadside.questions_of_officer_per_min', now);
    const officerWaitSec = this.questions.count(
      `officer ${officerOf(scope)}`,
      ofOfficer.value,
      now,
    );
    // What one officer asks in vain is not held against his agency.
    if (officerWaitSec > 0 || agency === null) return officerWaitSec;
    const ofAgency = await this.policies.valueAt('roadside.questions_of_agency_per_min', now);
    return this.questions.count(`agency ${agency}`, ofAgency.value, now);
  }
}

/** An agency's system asks for many officers by one key: each is counted by his own badge. */
const officerOf = ({ userId, actingBadgeNo }: AccessScope): string =>
  actingBadgeNo === undefined ? userId : `${userId} ${actingBadgeNo}`;
