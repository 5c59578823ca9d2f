import type { CorrectVehicleRequest } from '@tongyun/contracts';
import { CorrectVehicleService, normaliseEquipmentNo, normalisePlate } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type VehicleId,
} from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import { RegistrationRepository, type RegistrationRow } from './data/registration.repository.js';
import { RoadPassRepository } from './data/road-pass.repository.js';
import { RegistrationQueries } from './registration-queries.service.js';
import { mayBeCorrected } from './rules/registration.js';
import { differingMarks, type VehicleName } from './rules/vehicle-name.js';

@Injectable()
export class CorrectRegistrationService {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly registrationQueries: RegistrationQueries,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly passes: RoadPassRepository,
    private readonly vehicles: CorrectVehicleService,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Puts right what was entered of a vehicle that is not yet handed in, or was sent back; who did so,
   * why and what stood there before is kept as a step that leaves the state as it is. What a number or
   * a pass was given to stays the vehicle that it is.
   *
   * @param ifMatch the version of the registration that was read, as an entity tag
   */
  correct(
    scope: AccessScope,
    vehicleId: VehicleId,
    { reason, ...described }: CorrectVehicleRequest,
    ifMatch: string | undefined,
  ): Promise<RegistrationRow> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const seen = await this.registrationQueries.get(scope, vehicleId, tx);
      const registration = await this.registrations.lock(tx, vehicleId, now);
      assertUnchanged(ifMatch, registration, { ...seen, ...registration });
      const { state } = registration;
      if (!mayBeCorrected(state)) {
        throw new DomainError('REGISTRATION_NOT_CORRECTABLE', `What is ${state} stays as it is`, {
          vehicleId,
          state,
        });
      }
      await this.assertSameVehicle(tx, { ...seen, ...registration }, described);
      const vehicle = await this.vehicles.correct(tx, scope, vehicleId, described);
      await this.registrations.touch(tx, vehicleId, now);
      await this.decisions.insert(tx, {
        id: newId(),
        subjectKind: 'registration',
        subjectId: vehicleId,
        fromState: state,
        toState: state,
        reason,
        before: { ...registration, vehicle },
        decidedBy: scope.userId,
        decidedAt: now,
      });
      return this.registrationQueries.get(scope, vehicleId, tx);
    });
  }

  /** Another plate is another vehicle: it is entered anew, and gets a number and passes of its own. */
  private async assertSameVehicle(
    tx: EntityManager,
    registration: VehicleName & Pick<RegistrationRow, 'vehicleId' | 'registrationNo'>,
    described: VehicleName,
  ): Promise<void> {
    const { vehicleId, registrationNo } = registration;
    const { plateNo, equipmentNo } = described;
    const changed = differingMarks(registration, {
      ...described,
      plateNo: plateNo === null ? null : normalisePlate(plateNo),
      equipmentNo: equipmentNo === null ? null : normaliseEquipmentNo(equipmentNo),
    });
    if (changed.length === 0) return;
    const passes = await this.passes.ofVehicles(tx, [vehicleId]);
    if (registrationNo === null && passes.length === 0) return;
    throw new DomainError(
      'VEHICLE_NAME_FIXED',
      'What was registered, or has a pass, stays the vehicle that it is',
      { vehicleId, changed, registrationNo },
    );
  }
}
