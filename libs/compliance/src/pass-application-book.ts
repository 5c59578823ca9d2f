import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type Interval,
  newId,
  type VehicleId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import {
  type ApplicantRow,
  isHeld,
  type PassSubjectRow,
} from './data/pass-applicant.repository.js';
import type { PassApplicationEntity } from './data/pass-application.entity.js';
import { PassDemands } from './pass-demands.js';
import { policyScopesOf } from './policy-scopes.js';
import { stageOf } from './rules/pass-application.js';
import { askedAs, type AskedPeriod, findPeriodFault, periodOf } from './rules/pass-period.js';

/** What applying, deciding and withdrawing share, in the caller's transaction. */
@Injectable()
export class PassApplicationBook {
  constructor(
    private readonly demands: PassDemands,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** The vehicle, when its owner, or who uses one without an owner here, may be given a pass for it; refuses with what is missing. */
  async admit(tx: EntityManager, scope: AccessScope, vehicleId: VehicleId): Promise<ApplicantRow> {
    const subject = await this.demands.subject(tx, scope, vehicleId);
    if (!isHeld(subject)) {
      throw new DomainError('VEHICLE_NOT_FOUND', `Nobody applies for vehicle ${vehicleId}`, {
        id: vehicleId,
      });
    }
    await this.demands.assertMet(tx, scope, subject);
    return subject;
  }

  /**
   * Refuses a period that policy, as it is now, gives nobody: asked when it is applied for, when approved and
   * when a pass is issued without an application.
   */
  async assertPeriod(
    tx: EntityManager,
    applicant: PassSubjectRow,
    asked: AskedPeriod,
  ): Promise<Interval> {
    const now = this.clock.now();
    const scopes = policyScopesOf(applicant);
    const monthly = await this.policies.valueAt('passes.monthly_only', now, scopes, tx);
    const longest = await this.policies.valueAt('passes.longest_days', now, scopes, tx);
    const period = periodOf(asked, this.timeZone);
    const limits = { isMonthlyOnly: monthly.value, longestDays: longest.value };
    const fault = findPeriodFault(asked, period, limits, now);
    if (fault === null) return period;
    throw new DomainError('PASS_PERIOD_INVALID', `A pass cannot be given for this period`, {
      fault,
      validFrom: period.from,
      validTo: period.to,
      ...limits,
    });
  }

  /** The same of instants that are stated already. */
  async assertGiven(
    tx: EntityManager,
    applicant: PassSubjectRow,
    { validFrom: from, validTo: to }: Pick<PassApplicationEntity, 'validFrom' | 'validTo'>,
  ): Promise<void> {
    await this.assertPeriod(tx, applicant, askedAs({ from, to }, this.timeZone));
  }

  /** Keeps who moved an application on, and where it stood. */
  async note(
    tx: EntityManager,
    scope: AccessScope,
    before: PassApplicationEntity | null,
    after: PassApplicationEntity,
    reason: string,
  ): Promise<void> {
    await this.decisions.insert(tx, {
      id: newId(),
      subjectKind: 'pass_application',
      subjectId: after.id,
      fromState: before && stageOf(before),
      toState: stageOf(after),
      reason,
      before,
      decidedBy: scope.userId,
      decidedAt: this.clock.now(),
    });
  }
}
