import type { CreateVehicleRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  type VehicleId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { UseAgreementRepository } from './data/use-agreement.repository.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import type { FleetEvents } from './fleet.events.js';
import { ProvisionalNamesake } from './provisional-namesake.js';
import { asTakenName, keptNames } from './taken-names.js';

@Injectable()
export class CreateVehicleService {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly uses: UseAgreementRepository,
    private readonly namesake: ProvisionalNamesake,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Enters a vehicle, with its owner's right to use it. A provisional vehicle with the same plate
   * becomes the real one and keeps its id, so that its positions and alerts stay with it.
   */
  async create(
    scope: AccessScope,
    request: CreateVehicleRequest,
    within?: EntityManager,
  ): Promise<VehicleEntity> {
    const named = { ...request, ...keptNames(request) };
    try {
      return await this.unitOfWork.join(within, (tx) => this.enter(tx, scope, named));
    } catch (error) {
      throw asTakenName(error, named);
    }
  }

  private async enter(
    tx: EntityManager,
    scope: AccessScope,
    request: CreateVehicleRequest,
  ): Promise<VehicleEntity> {
    const ownerEnterpriseId = request.ownerEnterpriseId as EnterpriseId | null;
    await this.assertMayOwn(tx, scope, ownerEnterpriseId);
    const entered = { ...request, ownerEnterpriseId, isProvisional: false };
    const provisional = await this.namesake.find(tx, { ...request, id: null });
    const vehicle = provisional
      ? await this.adopt(tx, scope, Object.assign(provisional, entered))
      : await this.insert(tx, entered);

    if (ownerEnterpriseId !== null) {
      const now = this.clock.now();
      await this.uses.insert(tx, {
        id: newId(),
        vehicleId: vehicle.id,
        enterpriseId: ownerEnterpriseId,
        kind: 'own',
        validFrom: now,
        validTo: null,
        decidedBy: scope.userId,
        decidedAt: now,
      });
    }
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.vehicle_changed',
      orderingKey: vehicle.id,
      payload: { vehicleId: vehicle.id },
    });
    return vehicle;
  }

  private async assertMayOwn(
    tx: EntityManager,
    scope: AccessScope,
    ownerEnterpriseId: EnterpriseId | null,
  ): Promise<void> {
    if (ownerEnterpriseId !== null) {
      await this.enterprises.get(scope, ownerEnterpriseId, tx);
    } else if (scope.enterpriseIds !== 'all') {
      throw new DomainError('FORBIDDEN', 'An enterprise enters vehicles of its own only');
    }
  }

  private async adopt(
    tx: EntityManager,
    scope: AccessScope,
    vehicle: VehicleEntity,
  ): Promise<VehicleEntity> {
    const adopted = await this.vehicles.save(tx, vehicle);
    await this.namesake.bindTerminals(tx, scope, vehicle.id, vehicle.id);
    return adopted;
  }

  private async insert(
    tx: EntityManager,
    entered: Omit<VehicleEntity, 'id' | 'createdAt' | 'version'>,
  ): Promise<VehicleEntity> {
    const vehicle: VehicleEntity = {
      ...entered,
      id: newId<VehicleId>(),
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.vehicles.insert(tx, vehicle);
    return vehicle;
  }
}
