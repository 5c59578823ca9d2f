import type { EndUseRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  maySeeEnterprise,
  type VehicleId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { UseAgreementEntity } from './data/use-agreement.entity.js';
import { type NamedUse, UseAgreementRepository } from './data/use-agreement.repository.js';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import type { FleetEvents } from './fleet.events.js';
import { UseQueries } from './use-queries.service.js';
import { VehicleQueries } from './vehicle-queries.service.js';

/** Ends an agreement of use before its time: who gave the vehicle, who has it, or the administration. */
@Injectable()
export class EndUseService {
  constructor(
    private readonly uses: UseAgreementRepository,
    private readonly useQueries: UseQueries,
    private readonly vehicles: VehicleRepository,
    private readonly vehicleQueries: VehicleQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From now on; one that has not begun was never in force. */
  end(
    scope: AccessScope,
    vehicleId: VehicleId,
    agreementId: string,
    { reason }: EndUseRequest,
  ): Promise<NamedUse> {
    return this.unitOfWork.run(async (tx) => {
      const vehicle = await this.vehicleQueries.get(scope, vehicleId, tx);
      await this.vehicles.lock(tx, vehicleId);
      const use = await this.uses.find(tx, vehicleId, agreementId);
      if (!use || !isParty(scope, vehicle, use)) {
        throw new DomainError('USE_NOT_FOUND', `No agreement ${agreementId}`, { id: agreementId });
      }
      const now = this.clock.now();
      await this.assertEndable(tx, use, now);
      await this.uses.end(tx, use.id, {
        endedAt: now < use.validFrom ? use.validFrom : now,
        endedBy: scope.userId,
        endReason: reason,
      });
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.vehicle_changed',
        orderingKey: vehicleId,
        payload: { vehicleId },
      });
      return this.useQueries.get(scope, vehicleId, use.id, tx);
    });
  }

  private async assertEndable(
    tx: EntityManager,
    use: UseAgreementEntity,
    now: Date,
  ): Promise<void> {
    const { id, kind, validFrom, validTo, endedAt } = use;
    if (kind === 'own') {
      throw new DomainError('USE_IS_OWN', 'Own use ends with a transfer of the vehicle', { id });
    }
    if (endedAt !== null || (validTo !== null && validTo <= now)) {
      throw new DomainError('USE_ENDED', 'The agreement is over', { validTo: endedAt ?? validTo });
    }
    if (await this.uses.isOfLoan(tx, id)) {
      throw new DomainError('USE_OF_LOAN', 'The loan that made it ends it', { id });
    }
    if (validFrom <= now && (await this.uses.isAtWork(tx, use))) {
      throw new DomainError('USE_VEHICLE_AT_WORK', 'The vehicle is on a trip of who has it', {
        vehicleId: use.vehicleId,
      });
    }
  }
}

const isParty = (
  scope: AccessScope,
  { ownerEnterpriseId }: VehicleEntity,
  { enterpriseId }: UseAgreementEntity,
): boolean => maySeeEnterprise(scope, ownerEnterpriseId) || maySeeEnterprise(scope, enterpriseId);
