import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  newId,
  type VehicleId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import { type ApplicantRow, PassApplicantRepository } from './data/pass-applicant.repository.js';
import type { PassApplicationEntity } from './data/pass-application.entity.js';
import { policyScopesOf } from './policy-scopes.js';
import { judgeApplicant, stageOf } from './rules/pass-application.js';

/** What applying, deciding and withdrawing share, in the caller's transaction. */
@Injectable()
export class PassApplicationBook {
  constructor(
    private readonly applicants: PassApplicantRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** The vehicle, when its owner, or who uses one without an owner here, may be given a pass for it; refuses with what is missing. */
  async admit(tx: EntityManager, scope: AccessScope, vehicleId: VehicleId): Promise<ApplicantRow> {
    const now = this.clock.now();
    const { on } = localTimeOf(now, this.timeZone);
    const applicant = await this.applicants.find(tx, scope, vehicleId, { now, on });
    if (!applicant) {
      throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${vehicleId} of yours`, {
        id: vehicleId,
      });
    }
    const scopes = policyScopesOf(applicant);
    const [heard, registered, drivers] = [
      await this.policies.valueAt('passes.terminal_heard_within_hours', now, scopes, tx),
      await this.policies.valueAt('passes.terminal_must_be_registered', now, scopes, tx),
      await this.policies.valueAt('passes.trained_drivers_min', now, scopes, tx),
    ];
    const verdict = judgeApplicant(
      applicant,
      {
        terminalHeardWithinHours: heard.value,
        mustTerminalBeRegistered: registered.value,
        trainedDriversMin: drivers.value,
      },
      now,
    );
    if (verdict.ok) return applicant;
    const { ok: _ok, code, ...compared } = verdict;
    throw new DomainError(code, 'The vehicle cannot be given a pass as things are', {
      vehicleId,
      ...compared,
    });
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
