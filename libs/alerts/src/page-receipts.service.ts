import { type AccessScope, type AlertId, type Clock, CLOCK } from '@tongyun/kernel';
import { GatheredCalls, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AlertDeliveryRepository, type HeardOnPage } from './data/alert-delivery.repository.js';
import { deskOf } from './rules/desk-of.js';

/** An alert goes to every open page of a desk, and to each again when it changes. */
const GATHERING = { mostAtOnce: 2_000, apartMs: 500 };

/**
 * Notes that an alert went out to an open page, and that a page has it. Nobody waits for it; what a
 * process that dies has not written yet is said less of than was so.
 */
@Injectable()
export class PageReceipts {
  private readonly log = new Logger(PageReceipts.name);
  private readonly notes = new GatheredCalls<HeardOnPage, void>(
    (heard) => this.noteAll(heard),
    GATHERING,
  );

  constructor(
    private readonly deliveries: AlertDeliveryRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param scope as signed in with, not what is made of it for a district */
  atDesk(
    scope: AccessScope,
    alerts: readonly { readonly id: string; readonly enterpriseId: string | null }[],
    state: HeardOnPage['state'],
  ): void {
    const at = this.clock.now();
    for (const alert of alerts) {
      const recipient = deskOf<string>(scope, alert);
      if (recipient === null) continue;
      this.note({ alertId: alert.id as AlertId, channel: 'screen', recipient, state, at });
    }
  }

  /** The driver's page says by itself what it shows. */
  sentToDriver(alerts: readonly { readonly id: string; readonly driverId: string }[]): void {
    const at = this.clock.now();
    for (const { id, driverId: recipient } of alerts) {
      const alertId = id as AlertId;
      this.note({ alertId, channel: 'driver_page', recipient, state: 'sent', at });
    }
  }

  private note(heard: HeardOnPage): void {
    this.notes.call(heard).catch((error: unknown) => this.log.error(error));
  }

  private async noteAll(heard: readonly HeardOnPage[]): Promise<void[]> {
    for (const state of ['sent', 'delivered'] as const) {
      const latest = new Map(
        heard
          .filter((one) => one.state === state)
          .map((one) => [`${one.alertId} ${one.channel} ${one.recipient}`, one]),
      );
      if (latest.size === 0) continue;
      const { singleStatement } = this.unitOfWork;
      await this.deliveries.noteOnPages(singleStatement, state, [...latest.values()]);
    }
    return heard.map(() => undefined);
  }
}
