import type { DriverAlertView } from '@tongyun/contracts';
import { addMinutes, type AlertId, type Clock, CLOCK, type DriverId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertDeliveryEntity } from './data/alert-delivery.entity.js';
import { AlertDeliveryRepository } from './data/alert-delivery.repository.js';
import type { AlertEntity } from './data/alert.entity.js';
import { AlertRepository } from './data/alert.repository.js';
import { DRIVER_WORDS } from './driver-words.js';

/** A shift: what was told before it is no longer news to a driver. */
const SHOWN_FOR_MIN = 720;

/** Alerts as the driver they are about reads them on his page. */
@Injectable()
export class DriverAlertQueries {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly deliveries: AlertDeliveryRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What his page was told in the last hours, each alert once, newest first. */
  async ofDriver(driverId: DriverId): Promise<DriverAlertView[]> {
    const { reads } = this.unitOfWork;
    const since = addMinutes(this.clock.now(), -SHOWN_FOR_MIN);
    const told = await this.deliveries.ofDriversPage(reads, driverId, since);
    const alerts = await this.alerts.findMany(reads, [
      ...new Set(told.map(({ alertId }) => alertId)),
    ]);
    return alerts.map((alert) =>
      toDriverAlertView(
        alert,
        driverId,
        told.filter(({ alertId }) => alertId === alert.id),
      ),
    );
  }

  /** As the page of its driver shows it; null when that was not told of it. */
  async ofAlert(tx: EntityManager, alertId: AlertId): Promise<DriverAlertView | null> {
    const alert = await this.alerts.find(tx, alertId);
    if (!alert?.driverId) return null;
    const told = (await this.deliveries.ofAlert(tx, alertId)).filter(
      ({ channel, state }) => channel === 'driver_page' && state !== 'held',
    );
    return told.length === 0 ? null : toDriverAlertView(alert, alert.driverId, told);
  }
}

/** Seen when everything that was told of it is: a graver one is to be read again. */
function toDriverAlertView(
  { id, code, level, startedAt, endedAt }: AlertEntity,
  driverId: DriverId,
  told: readonly AlertDeliveryEntity[],
): DriverAlertView {
  const last = told.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).at(-1);
  return {
    id,
    driverId,
    code,
    level,
    words: DRIVER_WORDS[code],
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    seenAt: last?.seenAt?.toISOString() ?? null,
  };
}
