import { mayDo } from '@tongyun/accounts';
import type { AlertChannel, AlertDeliveries, AlertDeliveryView } from '@tongyun/contracts';
import { type AccessScope, type AlertId, maskName } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { AlertQueries } from './alert-queries.service.js';
import { AlertDeliveryRepository, type NamedDelivery } from './data/alert-delivery.repository.js';

/** Who was told of an alert, and how far it came. */
@Injectable()
export class AlertDeliveryQueries {
  constructor(
    private readonly deliveries: AlertDeliveryRepository,
    private readonly queries: AlertQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Of an alert that the asker may see, in the order they were made. */
  async ofAlert(scope: AccessScope, alertId: AlertId): Promise<AlertDeliveries> {
    await this.queries.get(scope, alertId);
    const rows = await this.deliveries.namedOfAlert(this.unitOfWork.reads, alertId);
    const readsNames = mayDo(scope.roles, 'drivers.read');
    return { items: rows.map((row) => toView(row, readsNames)) };
  }
}

const TO_DRIVERS: readonly AlertChannel[] = ['driver_page', 'sms', 'web_push'];

const toView = (row: NamedDelivery, readsNames: boolean): AlertDeliveryView => ({
  id: row.id,
  channel: row.channel,
  occasion: row.occasion,
  level: row.level,
  state: row.state,
  heldBecause: row.heldBecause,
  recipient: row.recipient,
  recipientName:
    row.recipientName !== null && TO_DRIVERS.includes(row.channel) && !readsNames
      ? maskName(row.recipientName)
      : row.recipientName,
  calls: row.calls,
  createdAt: row.createdAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  seenAt: row.seenAt?.toISOString() ?? null,
  failure: row.failure,
});
