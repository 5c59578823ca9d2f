import { OrderTerminalService, TerminalQueries } from '@tongyun/fleet';
import {
  addMinutes,
  type AlertDeliveryId,
  type AlertId,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  minutesBetween,
  newId,
  SYSTEM_SCOPE,
  type TerminalId,
  type TerminalOrderId,
} from '@tongyun/kernel';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertDeliveryEntity } from './data/alert-delivery.entity.js';
import { AlertDeliveryRepository, keyOf } from './data/alert-delivery.repository.js';
import type { AlertEntity } from './data/alert.entity.js';
import { AlertRepository } from './data/alert.repository.js';
import { PushSubscriptionRepository } from './data/push-subscription.repository.js';
import { WebhookRepository } from './data/webhook.repository.js';
import { DRIVER_WORDS } from './driver-words.js';
import { findOccasion } from './rules/find-occasion.js';
import {
  LEVEL_RANK,
  type PlannedTelling,
  planTellings,
  type Reachable,
  type TellingChannel,
} from './rules/plan-tellings.js';
import { STILL_NEWS_MIN } from './rules/still-news.js';
import { TellingPolicies } from './telling-policies.service.js';

/** Ways that are called; the others are pushed to, or spoken to. */
const CALLED: readonly TellingChannel[] = ['sms', 'web_push', 'webhook'];
/** Longer than any quiet time. */
const REMEMBERED_MIN = 1_440;

/** Decides who is told of an alert as it now stands, and writes it down beside what is to go out. */
@Injectable()
export class TellOfAlertService {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly deliveries: AlertDeliveryRepository,
    private readonly webhooks: WebhookRepository,
    private readonly pushes: PushSubscriptionRepository,
    private readonly policies: TellingPolicies,
    private readonly terminals: TerminalQueries,
    private readonly orderTerminal: OrderTerminalService,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers with what was newly told, and to whom; nothing when nothing changed that is told. */
  async tell(tx: EntityManager, alertId: AlertId): Promise<AlertDeliveryEntity[]> {
    const alert = await this.alerts.find(tx, alertId);
    if (!alert) return [];
    const told = await this.deliveries.ofAlert(tx, alertId);
    if (alert.endedAt !== null) await this.orderTerminal.letLapse(tx, ordersIn(told));
    const occasion = findOccasion(alert, told);
    if (occasion === null) return [];

    const now = this.clock.now();
    const terminalId = (await this.terminals.ofVehicles([alert.vehicleId], tx)).get(
      alert.vehicleId,
    );
    const planned = planTellings(
      {
        level: alert.level,
        isLate: alert.isLate || alert.endedAt !== null,
        isMuted: alert.muteId !== null,
        occasion,
      },
      await this.policies.of(alert, now, tx),
      await this.reachable(tx, alert, told, terminalId !== undefined, now),
      localTimeOf(now, this.timeZone).minuteOfDay,
    );
    const rows: AlertDeliveryEntity[] = [];
    for (const telling of planned) {
      const row = this.rowOf(alert, telling, occasion, now);
      if (row.channel === 'terminal' && terminalId) await this.speak(tx, alert, row, terminalId);
      rows.push(row);
    }
    await this.deliveries.add(tx, rows);
    return rows;
  }

  private async reachable(
    tx: EntityManager,
    alert: AlertEntity,
    told: readonly AlertDeliveryEntity[],
    hasTerminal: boolean,
    now: Date,
  ): Promise<Reachable[]> {
    const { vehicleId, driverId, enterpriseId, code } = alert;
    const since = addMinutes(now, -REMEMBERED_MIN);
    const lastTold = await this.deliveries.lastTold(tx, vehicleId, code, since);
    const hooks = await this.webhooks.hearing(tx, enterpriseId);
    const ways: Pick<Reachable, 'channel' | 'recipient'>[] = [
      { channel: 'screen', recipient: 'authorities' },
      ...hooks.map(({ id }) => ({ channel: 'webhook', recipient: id }) as const),
    ];
    if (enterpriseId) ways.push({ channel: 'screen', recipient: enterpriseId });
    if (driverId) {
      ways.push({ channel: 'driver_page', recipient: driverId });
      ways.push({ channel: 'sms', recipient: driverId });
      for (const { id } of await this.pushes.ofDriver(tx, driverId)) {
        ways.push({ channel: 'web_push', recipient: id });
      }
    }
    if (hasTerminal) ways.push({ channel: 'terminal', recipient: vehicleId });
    const causeKnownTo = await this.causeKnownTo(tx, alert, told, since);
    return ways.map((way) => {
      const at = lastTold.get(keyOf(way));
      return {
        ...way,
        lastToldMinAgo: at ? minutesBetween(at, now) : null,
        knowsCause: causeKnownTo(keyOf(way)),
      };
    });
  }

  /** Says of a way and recipient whether he was told of the cause's other vehicles all that this one would say. */
  private async causeKnownTo(
    tx: EntityManager,
    { vehicleId, causeKey, level }: AlertEntity,
    told: readonly AlertDeliveryEntity[],
    since: Date,
  ): Promise<(key: string) => boolean> {
    if (causeKey === null) return () => false;
    const ofCause = await this.deliveries.toldOfCause(tx, causeKey, vehicleId, since);
    const knowThis = new Set(told.filter((row) => row.heldBecause === null).map(keyOf));
    return (key) =>
      !knowThis.has(key) &&
      (ofCause.get(key) ?? []).some((known) => LEVEL_RANK[known] >= LEVEL_RANK[level]);
  }

  private rowOf(
    { id: alertId, vehicleId, code, level }: AlertEntity,
    { channel, recipient, heldBecause }: PlannedTelling,
    occasion: AlertDeliveryEntity['occasion'],
    now: Date,
  ): AlertDeliveryEntity {
    const isCall = heldBecause === null && CALLED.includes(channel);
    return Object.assign(new AlertDeliveryEntity(), {
      id: newId<AlertDeliveryId>(),
      alertId,
      vehicleId,
      code,
      level,
      occasion,
      channel,
      recipient,
      heldBecause,
      // A page is sent it by whoever holds its socket, if one is open.
      state: heldBecause === null ? 'waiting' : 'held',
      createdAt: now,
      nextAt: isCall ? now : null,
      calls: 0,
      sentAt: null,
      deliveredAt: null,
      seenAt: null,
      failure: null,
      terminalOrderId: null,
    } satisfies AlertDeliveryEntity);
  }

  /** Has the terminal say it while it is news; its answer comes as an event. */
  private async speak(
    tx: EntityManager,
    { code, level }: AlertEntity,
    row: AlertDeliveryEntity,
    terminalId: TerminalId,
  ): Promise<void> {
    if (row.state === 'held') return;
    try {
      const words = {
        kind: 'text',
        text: DRIVER_WORDS[code]['zh-CN'],
        isUrgent: level === 'grave',
        isShown: true,
        isSpoken: true,
      } as const;
      const order = await this.orderTerminal.orderIn(
        tx,
        SYSTEM_SCOPE,
        terminalId,
        words,
        STILL_NEWS_MIN,
      );
      row.terminalOrderId = order.id;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      Object.assign(row, { state: 'failed', failure: error.code });
    }
  }
}

/** What a terminal was to say, and has not answered. */
const ordersIn = (told: readonly AlertDeliveryEntity[]): TerminalOrderId[] =>
  told.flatMap(({ state, terminalOrderId }) =>
    state === 'waiting' && terminalOrderId !== null ? [terminalOrderId] : [],
  );
