import type { DecideRegistrationRequest, RegistrationBody } from '@tongyun/contracts';
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
import { assertUnchanged, Outbox, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ComplianceEvents } from './compliance.events.js';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import type { RegistrationEntity } from './data/registration.entity.js';
import { DocumentCounterRepository } from './data/document-counter.repository.js';
import { RegistrationRepository, type RegistrationRow } from './data/registration.repository.js';
import { policyScopesOf } from './policy-scopes.js';
import { RegistrationQueries } from './registration-queries.service.js';
import { documentNumber, documentPrefix } from './rules/document-number.js';
import { judgeRegistrationStep, registrationStepsOf, stepsFrom } from './rules/registration.js';

@Injectable()
export class DecideRegistrationService {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly counters: DocumentCounterRepository,
    private readonly registrationQueries: RegistrationQueries,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /**
   * Takes a vehicle's registration one step further and records who did so and why.
   *
   * @param ifMatch the version that the decider saw, as an entity tag
   */
  decide(
    scope: AccessScope,
    vehicleId: VehicleId,
    { state, reason }: DecideRegistrationRequest,
    ifMatch: string | undefined,
  ): Promise<RegistrationRow> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.registrationQueries.get(scope, vehicleId, tx);
      const now = this.clock.now();
      const registration = await this.registrations.lock(tx, vehicleId, now);
      const nextStates = registrationStepsOf(registration, scope);
      assertUnchanged(ifMatch, registration, { ...registration, nextStates });
      assertMayStep(scope, registration, state);

      const before = { ...registration };
      const steps = state === 'submitted' ? await this.stepsNow(tx, seen, now) : before.steps;
      const registrationNo =
        state === 'registered'
          ? await this.numberOf(tx, registration, seen)
          : before.registrationNo;
      Object.assign(registration, { state, steps, registrationNo, updatedAt: now });
      await this.registrations.save(tx, registration);
      await this.decisions.insert(tx, {
        id: newId(),
        subjectKind: 'registration',
        subjectId: vehicleId,
        fromState: before.state,
        toState: state,
        reason,
        before,
        decidedBy: scope.userId,
        decidedAt: now,
      });
      await this.outbox.publish<ComplianceEvents>(tx, {
        name: 'compliance.vehicle_changed',
        orderingKey: vehicleId,
        payload: { vehicleId },
      });
      return this.registrationQueries.get(scope, vehicleId, tx);
    });
  }

  private async stepsNow(
    tx: EntityManager,
    { ownerEnterpriseId, ownerDistrict }: RegistrationRow,
    now: Date,
  ): Promise<RegistrationBody[]> {
    const scopes =
      ownerEnterpriseId === null
        ? []
        : policyScopesOf({ enterpriseId: ownerEnterpriseId, district: ownerDistrict });
    const { value } = await this.policies.valueAt('registration.approval_steps', now, scopes, tx);
    return [...value];
  }

  /** Given once and kept: a suspended vehicle comes back under the number it had. */
  private async numberOf(
    tx: EntityManager,
    { registrationNo }: RegistrationEntity,
    vehicle: RegistrationRow,
  ): Promise<string> {
    if (registrationNo !== null) return registrationNo;
    const { on } = localTimeOf(this.clock.now(), this.timeZone);
    const prefix = documentPrefix(on, vehicle);
    return documentNumber(prefix, await this.counters.next(tx, 'registration', prefix));
  }
}

function assertMayStep(
  scope: AccessScope,
  registration: RegistrationEntity,
  to: DecideRegistrationRequest['state'],
): void {
  const { state: from } = registration;
  const verdict = judgeRegistrationStep(registration, to, scope);
  if (verdict.ok) return;
  if (verdict.cause === 'not_yours') {
    throw new DomainError('FORBIDDEN', 'This step is not yours to take', { from, to });
  }
  throw new DomainError('REGISTRATION_STEP_INVALID', `${to} does not follow on ${from}`, {
    from,
    to,
    possible: stepsFrom(registration),
  });
}
