import type { DriverId, PushSubscriptionId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { PushKeyEntity } from './push-key.entity.js';
import { PushSubscriptionEntity } from './push-subscription.entity.js';

@Injectable()
export class PushSubscriptionRepository {
  findKey(manager: EntityManager): Promise<PushKeyEntity | null> {
    return manager.findOneBy(PushKeyEntity, { isOnly: true });
  }

  /** Adds the pair of keys, and answers with the one that was there before, if any. */
  async addKey(manager: EntityManager, key: PushKeyEntity): Promise<PushKeyEntity> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(PushKeyEntity)
      .values(key)
      .orIgnore()
      .execute();
    return manager.findOneByOrFail(PushKeyEntity, { isOnly: true });
  }

  async save(manager: EntityManager, row: PushSubscriptionEntity): Promise<void> {
    await manager.save(PushSubscriptionEntity, row);
  }

  find(manager: EntityManager, id: PushSubscriptionId): Promise<PushSubscriptionEntity | null> {
    return manager.findOneBy(PushSubscriptionEntity, { id });
  }

  /** The one in use at an address, whoever's it is. */
  at(manager: EntityManager, endpoint: string): Promise<PushSubscriptionEntity | null> {
    return manager.findOneBy(PushSubscriptionEntity, { endpoint, endedAt: IsNull() });
  }

  async endOf(tx: EntityManager, driverId: DriverId, at: Date): Promise<void> {
    await tx.update(PushSubscriptionEntity, { driverId, endedAt: IsNull() }, { endedAt: at });
  }

  /** A driver's in use, newest first. */
  ofDriver(manager: EntityManager, driverId: DriverId): Promise<PushSubscriptionEntity[]> {
    return manager.find(PushSubscriptionEntity, {
      where: { driverId, endedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }
}
