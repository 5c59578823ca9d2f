import type { RegistrationDocumentId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegistrationDocumentEntity } from './registration-document.entity.js';

/** What is attached to registrations; who asks has shown that he may see the vehicle's. */
@Injectable()
export class RegistrationDocumentRepository {
  /** Oldest first. */
  ofVehicle(manager: EntityManager, vehicleId: VehicleId): Promise<RegistrationDocumentEntity[]> {
    return manager.find(RegistrationDocumentEntity, {
      where: { vehicleId },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
  }

  find(
    manager: EntityManager,
    vehicleId: VehicleId,
    id: RegistrationDocumentId,
  ): Promise<RegistrationDocumentEntity | null> {
    return manager.findOneBy(RegistrationDocumentEntity, { id, vehicleId });
  }

  count(manager: EntityManager, vehicleId: VehicleId): Promise<number> {
    return manager.countBy(RegistrationDocumentEntity, { vehicleId });
  }

  async insert(tx: EntityManager, row: RegistrationDocumentEntity): Promise<void> {
    await tx.insert(RegistrationDocumentEntity, row);
  }
}
