import { EventRelay, LiveHub, UnitOfWork } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertEvents } from './alerts.events.js';
import { DriverAlertQueries } from './driver-alert-queries.service.js';
import { SendDeliveriesService } from './send-deliveries.service.js';
import { TellOfAlertService } from './tell-of-alert.service.js';

type AlertChanged = AlertEvents['alert.changed'];

/** Tells whoever is to know of an alert: writes it down, then shows it on the driver's open page. */
@Injectable()
export class TellWhenAlertChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly telling: TellOfAlertService,
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
    // Its end, too, is shown where its beginning was.
    const view = await this.driverAlerts.ofAlert(tx, alertId);
    if (view === null) return;
    const audience = enterpriseId === null ? [] : [enterpriseId];
    this.unitOfWork.onCommit(tx, () => this.hub.changed('driver_alert', alertId, audience, view));
  }
}
