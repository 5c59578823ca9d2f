import type { PushReceiptRequest } from '@tongyun/contracts';
import type { FleetEvents } from '@tongyun/fleet';
import {
  type AccessScope,
  type AlertDeliveryId,
  type AlertId,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type EnterpriseId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertQueries } from './alert-queries.service.js';
import type { AlertDeliveryEntity } from './data/alert-delivery.entity.js';
import { AlertDeliveryRepository } from './data/alert-delivery.repository.js';
import { PushKeys } from './push-keys.service.js';
import { isTokenOf } from './push-receipt-token.js';
import { deskOf } from './rules/desk-of.js';
import type { SmsReceipts } from './sms-sender.js';

type OrderSettled = FleetEvents['fleet.terminal_order_settled'];

/** Notes how far a telling came: on a screen, a driver's page, a phone or a terminal. */
@Injectable()
export class DeliveryReceipts implements SmsReceipts {
  constructor(
    private readonly deliveries: AlertDeliveryRepository,
    private readonly queries: AlertQueries,
    private readonly keys: PushKeys,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Somebody at a desk opened the alert. */
  async see(scope: AccessScope, alertId: AlertId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { enterpriseId } = await this.queries.get(scope, alertId, tx);
      const alert = { id: alertId, enterpriseId: enterpriseId as EnterpriseId | null };
      await this.seenOnScreen(tx, scope, alert);
    });
  }

  /** Whoever decides about an alert has seen it. */
  async seenOnScreen(
    tx: EntityManager,
    scope: AccessScope,
    alert: { readonly id: AlertId; readonly enterpriseId: EnterpriseId | null },
  ): Promise<void> {
    const desk = deskOf(scope, alert);
    if (desk === null) return;
    for (const row of await this.deliveries.unseen(tx, alert.id, 'screen', [desk])) {
      const at = this.clock.now();
      Object.assign(row, { state: 'seen', ...reachedBy(row, at), seenAt: at });
      await this.deliveries.save(tx, row);
    }
  }

  /** A driver's page shows an alert of his, or he has read it. */
  async onDriversPage(
    driverId: DriverId,
    alertId: AlertId,
    state: 'delivered' | 'seen',
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const told = await this.deliveries.ofAlert(tx, alertId);
      const isHis = told.some(
        (row) =>
          row.channel === 'driver_page' && row.recipient === driverId && row.state !== 'held',
      );
      if (!isHis) throw new DomainError('ALERT_NOT_FOUND', `No alert ${alertId}`, { id: alertId });
      const at = this.clock.now();
      for (const row of await this.deliveries.unseen(tx, alertId, 'driver_page', [driverId])) {
        Object.assign(row, { state, ...reachedBy(row, at) });
        if (state === 'seen') row.seenAt = at;
        await this.deliveries.save(tx, row);
      }
    });
  }

  /** A company says that a short message is on the phone; said again, or of none, it changes nothing. */
  async delivered(messageId: AlertDeliveryId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.deliveries.lock(tx, messageId);
      if (row?.channel !== 'sms' || row.deliveredAt !== null) return;
      await this.reach(tx, row);
    });
  }

  /** A browser says that it has shown a push, with the token that came in it. */
  async onBrowser({ deliveryId, token }: PushReceiptRequest): Promise<void> {
    const { privateKey } = await this.keys.get();
    await this.unitOfWork.run(async (tx) => {
      const row = await this.deliveries.lock(tx, deliveryId as AlertDeliveryId);
      if (row?.channel !== 'web_push' || !isTokenOf(row.id, token, privateKey)) {
        throw new DomainError('PUSH_RECEIPT_NOT_FOUND', 'No push has this token', { deliveryId });
      }
      if (row.deliveredAt !== null) {
        throw new DomainError('PUSH_RECEIPT_TAKEN', 'This push was said to be shown before', {
          deliveryId,
        });
      }
      await this.reach(tx, row);
    });
  }

  /** It is not called again: that it arrived counts, whatever the call was answered. */
  private async reach(tx: EntityManager, row: AlertDeliveryEntity): Promise<void> {
    const come = { state: 'delivered', nextAt: null, failure: null } as const;
    await this.deliveries.save(tx, Object.assign(row, come, reachedBy(row, this.clock.now())));
  }

  /** A terminal said the words, or could not. */
  async onTerminal(tx: EntityManager, { orderId, state }: OrderSettled): Promise<void> {
    const row = await this.deliveries.byTerminalOrder(tx, orderId);
    if (!row) return;
    const at = this.clock.now();
    if (state === 'done') {
      Object.assign(row, { state: 'delivered', sentAt: at, deliveredAt: at });
    } else {
      Object.assign(row, { state: 'failed', failure: `TERMINAL_${state.toUpperCase()}` });
    }
    await this.deliveries.save(tx, row);
  }
}

/** What has come so far was sent and delivered by now at the latest. */
const reachedBy = ({ sentAt, deliveredAt }: AlertDeliveryEntity, at: Date) => ({
  sentAt: sentAt ?? at,
  deliveredAt: deliveredAt ?? at,
});
