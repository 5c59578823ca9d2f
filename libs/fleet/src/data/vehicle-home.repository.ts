import type { EnterpriseId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { VehicleHomeEntity } from './vehicle-home.entity.js';

/** Where enterprises have their vehicles begin and end their days. */
@Injectable()
export class VehicleHomeRepository {
  ofVehicles(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    vehicleIds: readonly VehicleId[],
  ): Promise<VehicleHomeEntity[]> {
    return manager.findBy(VehicleHomeEntity, { enterpriseId, vehicleId: In(vehicleIds) });
  }

  async state(tx: EntityManager, home: VehicleHomeEntity): Promise<void> {
    await tx.upsert(VehicleHomeEntity, home, ['vehicleId', 'enterpriseId']);
  }

  async forget(tx: EntityManager, vehicleId: VehicleId, enterpriseId: EnterpriseId): Promise<void> {
    await tx.delete(VehicleHomeEntity, { vehicleId, enterpriseId });
  }
}
