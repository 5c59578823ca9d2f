import type { PushSubscriptionRequest } from '@tongyun/contracts';
import {
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  newId,
  type PushSubscriptionId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PushSubscriptionEntity } from './data/push-subscription.entity.js';
import { PushSubscriptionRepository } from './data/push-subscription.repository.js';
import { isPublicAddress } from './rules/webhook-address.js';

/** A driver has a phone or two; what came before has long been replaced. */
const MOST_PER_DRIVER = 4;

/** The browsers that are told of a driver's alerts while his page is closed. */
@Injectable()
export class ManagePushSubscriptions {
  constructor(
    private readonly subscriptions: PushSubscriptionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A browser belongs to whoever asked last on it; said again, it changes nothing. */
  async begin(driverId: DriverId, { endpoint, keys }: PushSubscriptionRequest): Promise<void> {
    if (!isPublicAddress(endpoint)) {
      throw new DomainError('PUSH_ENDPOINT_REFUSED', 'Not an https address of a public name', {
        endpoint,
      });
    }
    await this.unitOfWork.run(async (tx) => {
      const there = await this.subscriptions.at(tx, endpoint);
      const isSame =
        there?.driverId === driverId && there.p256dh === keys.p256dh && there.auth === keys.auth;
      if (isSame) return;
      const now = this.clock.now();
      const kept = (await this.subscriptions.ofDriver(tx, driverId)).slice(MOST_PER_DRIVER - 1);
      for (const row of there ? [...kept, there] : kept) {
        row.endedAt = now;
        await this.subscriptions.save(tx, row);
      }
      await this.subscriptions.save(tx, {
        id: newId<PushSubscriptionId>(),
        driverId,
        endpoint,
        ...keys,
        createdAt: now,
        endedAt: null,
      } satisfies PushSubscriptionEntity);
    });
  }

  /** Tells a browser of his no more; one that is not his, or is over, is left alone. */
  async end(driverId: DriverId, endpoint: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.subscriptions.at(tx, endpoint);
      if (row?.driverId !== driverId) return;
      row.endedAt = this.clock.now();
      await this.subscriptions.save(tx, row);
    });
  }

  /** Tells none of a driver's browsers any more. */
  async endAllOf(tx: EntityManager, driverId: DriverId): Promise<void> {
    await this.subscriptions.endOf(tx, driverId, this.clock.now());
  }
}
