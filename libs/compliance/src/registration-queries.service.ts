import type { ListRegistrationsQuery } from '@tongyun/contracts';
import { normalisePlate } from '@tongyun/fleet';
import { type AccessScope, DomainError, type VehicleId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ComplianceDecisionRepository,
  type DecisionRow,
} from './data/compliance-decision.repository.js';
import { RegistrationRepository, type RegistrationRow } from './data/registration.repository.js';

/** Who suspended a registration, when and why. */
export type RegistrationSuspension = Pick<DecisionRow, 'decidedAt' | 'decidedByRoles' | 'reason'>;

@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly unitOfWork: UnitOfWork,
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
  list(scope: AccessScope, query: ListRegistrationsQuery): Promise<RegistrationRow[]> {
    const { plateNo } = query;
    const wanted = plateNo === undefined ? query : { ...query, plateNo: normalisePlate(plateNo) };
    return this.registrations.list(this.unitOfWork.reads, scope, wanted, readCursor(query));
  }

  /** What was decided on a vehicle's registration, oldest first. */
  async decisionsOn(scope: AccessScope, vehicleId: VehicleId): Promise<readonly DecisionRow[]> {
    await this.get(scope, vehicleId);
    return this.decisions.ofSubject(this.unitOfWork.reads, 'registration', vehicleId);
  }
  /** The last suspension of a vehicle that the asker was shown; null: it was never suspended. */
  async suspensionOf(vehicleId: VehicleId): Promise<RegistrationSuspension | null> {
    const decisions = await this.decisions.ofSubject(
      this.unitOfWork.reads,
      'registration',
      vehicleId,
    );
    return decisions.findLast(({ toState }) => toState === 'suspended') ?? null;
  }
}
