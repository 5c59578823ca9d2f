import type { ListRegistrationsQuery } from '@tongyun/contracts';
import { normalisePlate } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, DomainError, type VehicleId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ComplianceDecisionRepository,
  type DecisionRow,
} from './data/compliance-decision.repository.js';
import { RegistrationRepository, type RegistrationRow } from './data/registration.repository.js';
import type { WarnedDays } from './rules/day-validity.js';
import { WarnedDaysQueries } from './warned-days.service.js';

/** Who suspended a registration, when and why. */
export type RegistrationSuspension = Pick<DecisionRow, 'decidedAt' | 'decidedByRoles' | 'reason'>;

@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly warnedDays: WarnedDaysQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(
    scope: AccessScope,
    vehicleId: VehicleId,
    tx?: EntityManager,
  ): Promise<RegistrationRow> {
    const manager = tx ?? this.unitOfWork.reads;
    const row = await this.registrations.findRow(manager, scope, vehicleId);
    if (row) return row;
    throw new DomainError('REGISTRATION_NOT_FOUND', `No entered vehicle ${vehicleId}`, {
      vehicleId,
    });
  }

  /** By plate or equipment number; one row more than the page holds, for `toPage`. */
  async list(scope: AccessScope, query: ListRegistrationsQuery): Promise<RegistrationRow[]> {
    const { plateNo } = query;
    const wanted = plateNo === undefined ? query : { ...query, plateNo: normalisePlate(plateNo) };
    const after = readCursor(query);
    const days = await this.papersDays();
    return this.registrations.list(this.unitOfWork.reads, scope, wanted, days, after);
  }

  /** How far ahead it is warned of papers that run out. */
  papersDays(): Promise<WarnedDays> {
    return this.warnedDays.at('documents.expiring_within_days', this.clock.now());
  }

  /** What was decided on a vehicle's registration, oldest first. */
  async decisionsOn(scope: AccessScope, vehicleId: VehicleId): Promise<readonly DecisionRow[]> {
    await this.get(scope, vehicleId);
    return this.decisions.ofSubject(this.unitOfWork.reads, 'registration', vehicleId);
  }

  /** The last suspension until `at` of a vehicle that the asker was shown; null: there was none. */
  async suspensionOf(vehicleId: VehicleId, at: Date): Promise<RegistrationSuspension | null> {
    const decisions = await this.decisions.ofSubject(
      this.unitOfWork.reads,
      'registration',
      vehicleId,
    );
    return (
      decisions.findLast(({ toState, decidedAt }) => toState === 'suspended' && decidedAt <= at) ??
      null
    );
  }
}
