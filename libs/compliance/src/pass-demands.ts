import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PassApplicantRepository, type PassSubjectRow } from './data/pass-applicant.repository.js';
import { policyScopesOf } from './policy-scopes.js';
import { type ApplicationDemands, judgeApplicant } from './rules/pass-application.js';

const NO_DEMANDS: ApplicationDemands = {
  terminalHeardWithinHours: null,
  mustTerminalBeRegistered: false,
  trainedDriversMin: 0,
};

/** What a vehicle and its holder must show for any pass, applied for or issued without. */
@Injectable()
export class PassDemands {
  constructor(
    private readonly applicants: PassApplicantRepository,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** The vehicle, if it is one of the asker's to see. */
  async subject(
    tx: EntityManager,
    scope: AccessScope,
    vehicleId: VehicleId,
  ): Promise<PassSubjectRow> {
    const now = this.clock.now();
    const { on } = localTimeOf(now, this.timeZone);
    const subject = await this.applicants.find(tx, scope, vehicleId, { now, on });
    if (subject) return subject;
    throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${vehicleId} of yours`, {
      id: vehicleId,
    });
  }

  /** Refuses with what is missing, by the policy as it is now. */
  async assertMet(tx: EntityManager, scope: AccessScope, subject: PassSubjectRow): Promise<void> {
    const demands = await this.demandsOn(tx, scope, subject);
    const verdict = judgeApplicant(subject, demands, this.clock.now());
    if (verdict.ok) return;
    const { ok: _ok, code, ...compared } = verdict;
    throw new DomainError(code, 'The vehicle cannot be given a pass as things are', {
      vehicleId: subject.vehicleId,
      ...compared,
    });
  }

  private async demandsOn(
    tx: EntityManager,
    { userId }: AccessScope,
    subject: PassSubjectRow,
  ): Promise<ApplicationDemands> {
    // The program enters a scenario before any of its terminals can call.
    if (userId === SYSTEM_SCOPE.userId) return NO_DEMANDS;
    const now = this.clock.now();
    const scopes = policyScopesOf(subject);
    const [heard, registered, drivers] = [
      await this.policies.valueAt('passes.terminal_heard_within_hours', now, scopes, tx),
      await this.policies.valueAt('passes.terminal_must_be_registered', now, scopes, tx),
      await this.policies.valueAt('passes.trained_drivers_min', now, scopes, tx),
    ];
    return {
      terminalHeardWithinHours: heard.value,
      mustTerminalBeRegistered: registered.value,
      trainedDriversMin: drivers.value,
    };
  }
}
