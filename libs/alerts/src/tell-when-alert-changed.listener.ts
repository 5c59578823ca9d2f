import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, LiveHub, UnitOfWork } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertEvents } from './alerts.events.js';
import { AlertQueries } from './alert-queries.service.js';
import { DriverAlertQueries } from './driver-alert-queries.service.js';
import { SendDeliveriesService } from './send-deliveries.service.js';
import { TellOfAlertService } from './tell-of-alert.service.js';

type AlertChanged = AlertEvents['alert.changed'];

/**
 * Tells whoever is to know of an alert: writes it down, then shows it on the open pages of its
 * enterprise, of the authorities and of its driver. What pages say of it finds what was written.
 */
@Injectable()
export class TellWhenAlertChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly telling: TellOfAlertService,
    private readonly queries: AlertQueries,
    private readonly driverAlerts: DriverAlertQueries,
    private readonly sending: SendDeliveriesService,
    private readonly unitOfWork: UnitOfWork,
    private readonly hub: LiveHub,
  ) {}

  onModuleInit(): void {
    this.relay.listen<AlertChanged>({
      name: 'alerts.tell-when-alert-changed',
      event: 'alert.changed',
      handle: (tx, payload) => this.tell(tx, payload),
    });
  }

  private async tell(tx: EntityManager, { alertId, enterpriseId }: AlertChanged): Promise<void> {
    const rows = await this.telling.tell(tx, alertId);
    if (rows.some(({ nextAt }) => nextAt !== null)) {
      this.unitOfWork.onCommit(tx, () => this.sending.wake());
    }
    const view = await this.queries.get(SYSTEM_SCOPE, alertId, tx);
    // Its end, too, is shown where its beginning was.
    const onDriversPage = await this.driverAlerts.ofAlert(tx, alertId);
    const audience = enterpriseId === null ? [] : [enterpriseId];
    this.unitOfWork.onCommit(tx, () => {
      this.hub.changed('alert', alertId, audience, view);
      if (onDriversPage) this.hub.changed('driver_alert', alertId, audience, onDriversPage);
    });
  }
}
