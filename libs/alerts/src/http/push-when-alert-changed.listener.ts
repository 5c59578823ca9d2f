import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, LiveHub } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertQueries } from '../alert-queries.service.js';
import type { AlertEvents } from '../alerts.events.js';

type AlertChanged = AlertEvents['alert.changed'];

/** Shows an alert to its enterprise and the authorities; one of no enterprise to these alone. */
@Injectable()
export class PushWhenAlertChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly hub: LiveHub,
    private readonly queries: AlertQueries,
  ) {}

  onModuleInit(): void {
    this.relay.listen<AlertChanged>({
      name: 'alerts.push-when-alert-changed',
      event: 'alert.changed',
      handle: (tx, payload) => this.push(tx, payload),
    });
  }

  private async push(tx: EntityManager, { alertId, enterpriseId }: AlertChanged): Promise<void> {
    const view = await this.queries.get(SYSTEM_SCOPE, alertId, tx);
    this.hub.changed('alert', alertId, enterpriseId === null ? [] : [enterpriseId], view);
  }
}
