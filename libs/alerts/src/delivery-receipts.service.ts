import type { FleetEvents } from '@tongyun/fleet';
import {
  type AccessScope,
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
import { deskOf } from './rules/desk-of.js';

type OrderSettled = FleetEvents['fleet.terminal_order_settled'];

/** Notes how far a telling came: on a screen, a driver's page, or a terminal. */
@Injectable()
export class DeliveryReceipts {
  constructor(
    private readonly deliveries: AlertDeliveryRepository,
    private readonly queries: AlertQueries,
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
