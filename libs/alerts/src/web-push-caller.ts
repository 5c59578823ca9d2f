import { type Clock, CLOCK, type PushSubscriptionId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import webPush from 'web-push';
import type { AlertDeliveryEntity } from './data/alert-delivery.entity.js';
import { AlertRepository } from './data/alert.repository.js';
import type { PushKeyEntity } from './data/push-key.entity.js';
import type { PushSubscriptionEntity } from './data/push-subscription.entity.js';
import { PushSubscriptionRepository } from './data/push-subscription.repository.js';
import type { CallAnswer, DeliveryCaller } from './delivery-caller.js';
import { DRIVER_WORDS } from './driver-words.js';
import { postPublicly } from './post-publicly.js';
import { PushKeys } from './push-keys.service.js';
import { receiptTokenOf } from './push-receipt-token.js';
import { isStillNews, STILL_NEWS_MIN } from './rules/still-news.js';

const TIMEOUT_MS = 10_000;
/** What push services answer about a browser that is no more (RFC 8030, 7.3). */
const GONE = [404, 410];
/** Push services write to this when a sender misbehaves (RFC 8292, 2.1); nobody reads it here. */
const CONTACT = 'mailto:push@tongyun.invalid';

/** Tells a driver's browser by its push service: sealed for the browser, signed with our key. */
@Injectable()
export class WebPushCaller implements DeliveryCaller {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly subscriptions: PushSubscriptionRepository,
    private readonly keys: PushKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async prepare(
    manager: EntityManager,
    { id, alertId, recipient, createdAt }: AlertDeliveryEntity,
  ): Promise<() => Promise<CallAnswer>> {
    const row = await this.subscriptions.find(manager, recipient as PushSubscriptionId);
    const alert = await this.alerts.find(manager, alertId);
    if (!alert || !row || row.endedAt) {
      return () => Promise.resolve({ state: 'refused', why: 'SUBSCRIPTION_ENDED' });
    }
    if (!isStillNews(alert, createdAt, this.clock.now())) {
      return () => Promise.resolve({ state: 'refused', why: 'OVER' });
    }
    const key = await this.keys.get();
    const receipt = { deliveryId: id, token: receiptTokenOf(id, key.privateKey) };
    const text = JSON.stringify({ alertId, words: DRIVER_WORDS[alert.code], receipt });
    return () => this.call(manager, row, key, text);
  }

  private async call(
    manager: EntityManager,
    row: PushSubscriptionEntity,
    { publicKey, privateKey }: PushKeyEntity,
    text: string,
  ): Promise<CallAnswer> {
    const { endpoint, p256dh, auth } = row;
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      text,
      {
        vapidDetails: { subject: CONTACT, publicKey, privateKey },
        TTL: STILL_NEWS_MIN * 60,
        urgency: 'high',
        contentEncoding: 'aes128gcm',
      },
    );
    const status = await postPublicly(endpoint, body, TIMEOUT_MS, headers);
    if (status >= 200 && status < 300) return { state: 'sent' };
    if (!GONE.includes(status)) throw new Error(`it answered ${status}`);
    row.endedAt = this.clock.now();
    await this.subscriptions.save(manager, row);
    return { state: 'refused', why: 'GONE' };
  }
}
