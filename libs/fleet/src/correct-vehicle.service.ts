import type { DescribedVehicle } from '@tongyun/contracts';
import { type AccessScope, DomainError, maySeeEnterprise, type VehicleId } from '@tongyun/kernel';
import { Outbox } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import type { FleetEvents } from './fleet.events.js';
import { asTakenName, plateOf } from './taken-names.js';
import { VehicleQueries } from './vehicle-queries.service.js';

@Injectable()
export class CorrectVehicleService {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly queries: VehicleQueries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Puts right what was entered of a vehicle, for its owner alone and in the caller's transaction,
   * which has judged that it may still be put right and keeps what comes back.
   *
   * @returns the vehicle as it was before
   */
  async correct(
    tx: EntityManager,
    scope: AccessScope,
    id: VehicleId,
    described: DescribedVehicle,
  ): Promise<VehicleEntity> {
    const plateNo = plateOf(described);
    await this.vehicles.lock(tx, id);
    const before = await this.queries.get(scope, id, tx);
    if (!maySeeEnterprise(scope, before.ownerEnterpriseId)) {
      throw new DomainError('FORBIDDEN', 'Only its owner corrects what was entered of a vehicle');
    }
    try {
      const { ownerEnterpriseId } = before;
      await this.vehicles.save(tx, { ...before, ...described, plateNo, ownerEnterpriseId });
    } catch (error) {
      throw asTakenName(error, { ...described, plateNo });
    }
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.vehicle_changed',
      orderingKey: id,
      payload: { vehicleId: id },
    });
    return before;
  }
}
