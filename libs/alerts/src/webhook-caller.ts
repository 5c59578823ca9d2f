import { createHmac } from 'node:crypto';
import { type Clock, CLOCK, SYSTEM_SCOPE, type WebhookId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { alertWithoutNames } from './alert-for-reader.js';
import { AlertQueries } from './alert-queries.service.js';
import type { AlertDeliveryEntity } from './data/alert-delivery.entity.js';
import { WebhookRepository } from './data/webhook.repository.js';
import type { CallAnswer, DeliveryCaller } from './delivery-caller.js';
import { postPublicly } from './post-publicly.js';

const TIMEOUT_MS = 10_000;
const GONE = 410;

/** Signs a call as `t=…,v1=…`: HMAC-SHA256 of `<t>.<body>`, `t` in seconds since 1970. */
export function signCall(secret: string, body: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1_000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return `t=${t},v1=${v1}`;
}

/**
 * Calls an enterprise's own system about an alert. The delivery's id lets it know a repeat. A driver's
 * name leaves the house whole to his own enterprise alone.
 */
@Injectable()
export class WebhookCaller implements DeliveryCaller {
  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly alerts: AlertQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async prepare(
    manager: EntityManager,
    { id, alertId, occasion, recipient }: AlertDeliveryEntity,
  ): Promise<() => Promise<CallAnswer>> {
    const webhook = await this.webhooks.find(manager, recipient as WebhookId);
    if (!webhook || webhook.endedAt) {
      return () => Promise.resolve({ state: 'refused', why: 'WEBHOOK_ENDED' });
    }
    const alert = await this.alerts.get(SYSTEM_SCOPE, alertId, manager);
    const isOfDriversOwn = await this.webhooks.isOfDriversOwn(manager, webhook, alertId);
    const body = JSON.stringify({
      deliveryId: id,
      event: `alert.${occasion}`,
      alert: isOfDriversOwn ? alert : alertWithoutNames(alert),
    });
    return () => this.call(webhook.url, webhook.secret, id, body);
  }

  private async call(url: string, secret: string, id: string, body: string): Promise<CallAnswer> {
    const status = await postPublicly(url, body, TIMEOUT_MS, {
      'content-type': 'application/json',
      'tongyun-delivery': id,
      'tongyun-signature': signCall(secret, body, this.clock.now()),
    });
    if (status >= 200 && status < 300) return { state: 'delivered' };
    if (status === GONE) return { state: 'refused', why: 'GONE' };
    throw new Error(`it answered ${status}`);
  }
}
