import { type AccessScope, DomainError, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type NamedUse, UseAgreementRepository } from './data/use-agreement.repository.js';
import { VehicleQueries } from './vehicle-queries.service.js';

/** The agreements on the use of a vehicle. */
@Injectable()
export class UseQueries {
  constructor(
    private readonly uses: UseAgreementRepository,
    private readonly vehicles: VehicleQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Every one there was or will be, the latest to begin first. */
  async ofVehicle(
    scope: AccessScope,
    vehicleId: VehicleId,
    tx?: EntityManager,
  ): Promise<NamedUse[]> {
    await this.vehicles.get(scope, vehicleId, tx);
    return this.uses.list(tx ?? this.unitOfWork.reads, scope, vehicleId);
  }

  async get(
    scope: AccessScope,
    vehicleId: VehicleId,
    id: string,
    tx?: EntityManager,
  ): Promise<NamedUse> {
    const use = (await this.ofVehicle(scope, vehicleId, tx)).find((one) => one.id === id);
    if (!use) throw new DomainError('USE_NOT_FOUND', `No agreement ${id}`, { id });
    return use;
  }
}
