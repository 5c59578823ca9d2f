import type { DecideRegistrationRequest, RegistrationBody } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { assertUnchanged, TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import { DocumentCounterRepository } from './data/document-counter.repository.js';
import type { RegistrationEntity } from './data/registration.entity.js';
import { policyScopesOf } from './policy-scopes.js';
import { documentNumber } from './rules/document-number.js';
import {
  judgeRegistrationStep,
  type HeldRegistration,
  registrationStepsOf,
  stepsFrom,
} from './rules/registration.js';

/** What is registered: a vehicle, or a terminal. */
export interface RegisteredThing {
  readonly kind: 'registration' | 'terminal_registration';
  readonly id: string;
  readonly holderEnterpriseId: EnterpriseId | null;
  readonly holderDistrict: string | null;
  /** What its number begins with. @param on local calendar day, `YYYY-MM-DD` */
  readonly prefixOf: (on: string) => string;
}

type Registration = Omit<RegistrationEntity, 'vehicleId'>;

/** What registering a vehicle and a terminal share, in the caller's transaction. */
@Injectable()
export class RegistrationBook {
  constructor(
    private readonly counters: DocumentCounterRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /**
   * Takes a registration one step further and records who did so and why; the caller saves it.
   *
   * @param registration locked by this transaction
   * @param ifMatch the version that the decider saw, as an entity tag
   */
  async step(
    tx: EntityManager,
    scope: AccessScope,
    thing: RegisteredThing,
    registration: Registration,
    { state, reason }: DecideRegistrationRequest,
    ifMatch: string | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const { holderEnterpriseId, holderDistrict } = thing;
    const held = { ...registration, holderEnterpriseId, holderDistrict };
    const nextStates = registrationStepsOf(held, scope);
    assertUnchanged(ifMatch, registration, { ...registration, nextStates });
    assertMayStep(scope, held, state);

    const before = { ...registration };
    const steps = state === 'submitted' ? await this.stepsNow(tx, thing, now) : before.steps;
    const registrationNo =
      state === 'registered' ? await this.numberOf(tx, registration, thing) : before.registrationNo;
    Object.assign(registration, { state, steps, registrationNo, updatedAt: now });
    await this.decisions.insert(tx, {
      id: newId(),
      subjectKind: thing.kind,
      subjectId: thing.id,
      fromState: before.state,
      toState: state,
      reason,
      before,
      decidedBy: scope.userId,
      decidedAt: now,
    });
  }

  private async stepsNow(
    tx: EntityManager,
    { holderEnterpriseId, holderDistrict }: RegisteredThing,
    now: Date,
  ): Promise<RegistrationBody[]> {
    const scopes = policyScopesOf({ enterpriseId: holderEnterpriseId, district: holderDistrict });
    const { value } = await this.policies.valueAt('registration.approval_steps', now, scopes, tx);
    return [...value];
  }

  /** Given once and kept: what was suspended comes back under the number it had. */
  private async numberOf(
    tx: EntityManager,
    { registrationNo }: Registration,
    { kind, prefixOf }: RegisteredThing,
  ): Promise<string> {
    if (registrationNo !== null) return registrationNo;
    const prefix = prefixOf(localTimeOf(this.clock.now(), this.timeZone).on);
    return documentNumber(prefix, await this.counters.next(tx, kind, prefix));
  }
}

function assertMayStep(
  scope: AccessScope,
  registration: HeldRegistration,
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
