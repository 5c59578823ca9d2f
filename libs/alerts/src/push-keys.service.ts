import { type Clock, CLOCK } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import webPush from 'web-push';
import type { PushKeyEntity } from './data/push-key.entity.js';
import { PushSubscriptionRepository } from './data/push-subscription.repository.js';

/** The pair of keys of this house. Browsers bind a subscription to it, so it is made once and kept. */
@Injectable()
export class PushKeys {
  constructor(
    private readonly subscriptions: PushSubscriptionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Made when it is first asked for. */
  async get(): Promise<PushKeyEntity> {
    const kept = await this.subscriptions.findKey(this.unitOfWork.reads);
    if (kept) return kept;
    const key = { isOnly: true as const, ...webPush.generateVAPIDKeys(), madeAt: this.clock.now() };
    return this.unitOfWork.run((tx) => this.subscriptions.addKey(tx, key));
  }
}
