import { DriverQueries } from '@tongyun/fleet';
import { type Clock, CLOCK, type DriverId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertDeliveryEntity } from './data/alert-delivery.entity.js';
import { AlertRepository } from './data/alert.repository.js';
import type { CallAnswer, DeliveryCaller } from './delivery-caller.js';
import { DRIVER_WORDS } from './driver-words.js';
import { isStillNews } from './rules/still-news.js';
import { SMS_SENDER, type SmsSender } from './sms-sender.js';

/** Tells a driver by short message, while it is still to be told. */
@Injectable()
export class SmsCaller implements DeliveryCaller {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly drivers: DriverQueries,
    @Inject(SMS_SENDER) private readonly sender: SmsSender,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async prepare(
    manager: EntityManager,
    { id, alertId, recipient, createdAt }: AlertDeliveryEntity,
  ): Promise<() => Promise<CallAnswer>> {
    const alert = await this.alerts.find(manager, alertId);
    const [driver] = await this.drivers.getMany(SYSTEM_SCOPE, [recipient as DriverId], manager);
    if (!alert || !driver)
      return () => Promise.resolve({ state: 'refused', why: 'NO_SUCH_DRIVER' });
    if (!isStillNews(alert, createdAt, this.clock.now()))
      return () => Promise.resolve({ state: 'refused', why: 'OVER' });
    const text = `【砼运】${DRIVER_WORDS[alert.code]['zh-CN']}`;
    const message = { id, phone: driver.phone, text };
    return () => this.sender.send(message);
  }
}
