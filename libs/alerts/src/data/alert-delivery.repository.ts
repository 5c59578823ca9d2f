import type {
  AlertDeliveryId,
  AlertId,
  DriverId,
  TerminalOrderId,
  VehicleId,
} from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { TellingChannel, TellingLevel } from '../rules/plan-tellings.js';
import { AlertDeliveryEntity } from './alert-delivery.entity.js';

/** A telling with the name of whoever it is for. */
export type NamedDelivery = AlertDeliveryEntity & { readonly recipientName: string | null };

/** A page that was sent an alert, or has it. */
export interface HeardOnPage {
  readonly alertId: AlertId;
  readonly channel: 'screen' | 'driver_page';
  readonly recipient: string;
  readonly state: 'sent' | 'delivered';
  readonly at: Date;
}

const RECIPIENT_NAME = `coalesce(
  (SELECT short_name FROM enterprise WHERE id::text = recipient),
  (SELECT name FROM driver WHERE id::text = recipient),
  (SELECT coalesce(plate_no, equipment_no) FROM vehicle WHERE id::text = recipient),
  (SELECT url FROM webhook WHERE id::text = recipient),
  (SELECT driver.name FROM push_subscription asked JOIN driver ON driver.id = asked.driver_id
   WHERE asked.id::text = recipient))`;

@Injectable()
export class AlertDeliveryRepository {
  /** Adds tellings; one that was made before stays as it is. */
  async add(manager: EntityManager, rows: readonly AlertDeliveryEntity[]): Promise<void> {
    if (rows.length === 0) return;
    await manager
      .createQueryBuilder()
      .insert()
      .into(AlertDeliveryEntity)
      .values([...rows])
      .orIgnore()
      .execute();
  }

  async save(manager: EntityManager, row: AlertDeliveryEntity): Promise<void> {
    await manager.save(AlertDeliveryEntity, row);
  }

  ofAlert(manager: EntityManager, alertId: AlertId): Promise<AlertDeliveryEntity[]> {
    return manager.find(AlertDeliveryEntity, {
      where: { alertId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async namedOfAlert(manager: EntityManager, alertId: AlertId): Promise<NamedDelivery[]> {
    const rows = await this.ofAlert(manager, alertId);
    const names: { recipient: string; name: string | null }[] = await manager.query(
      `SELECT DISTINCT recipient, ${RECIPIENT_NAME} AS name FROM alert_delivery WHERE alert_id = $1`,
      [alertId],
    );
    const nameOf = new Map(names.map(({ recipient, name }) => [recipient, name]));
    return rows.map((row) =>
      Object.assign(row, { recipientName: nameOf.get(row.recipient) ?? null }),
    );
  }

  /** When each way and recipient was last told of a vehicle's alerts of this code, by `keyOf`. */
  async lastTold(
    manager: EntityManager,
    vehicleId: VehicleId,
    code: string,
    since: Date,
  ): Promise<ReadonlyMap<string, Date>> {
    const rows: { channel: TellingChannel; recipient: string; at: Date }[] = await manager.query(
      `SELECT channel, recipient, max(created_at) AS at FROM alert_delivery
       WHERE vehicle_id = $1 AND code = $2 AND created_at >= $3 AND held_because IS NULL
         AND state <> 'failed'
       GROUP BY channel, recipient`,
      [vehicleId, code, since],
    );
    return new Map(rows.map((row) => [keyOf(row), row.at]));
  }

  /** What ways and recipients were told since of what a cause made of other vehicles, by `keyOf`: the levels. */
  async toldOfCause(
    manager: EntityManager,
    causeKey: string,
    but: VehicleId,
    since: Date,
  ): Promise<ReadonlyMap<string, readonly TellingLevel[]>> {
    const rows: { channel: TellingChannel; recipient: string; levels: TellingLevel[] }[] =
      await manager.query(
        `SELECT told.channel, told.recipient, array_agg(DISTINCT told.level) AS levels
         FROM alert_delivery told JOIN alert ON alert.id = told.alert_id
         WHERE alert.cause_key = $1 AND alert.vehicle_id <> $2 AND told.created_at >= $3
           AND told.held_because IS NULL AND told.state <> 'failed'
         GROUP BY told.channel, told.recipient`,
        [causeKey, but, since],
      );
    return new Map(rows.map((row) => [keyOf(row), row.levels]));
  }

  /** The oldest to go out at `now` for each way and recipient, none for those in `busy` (by `keyOf`). */
  async due(
    manager: EntityManager,
    now: Date,
    limit: number,
    busy: readonly string[],
  ): Promise<AlertDeliveryEntity[]> {
    const rows: { id: AlertDeliveryEntity['id'] }[] = await manager.query(
      `SELECT id FROM (
         SELECT DISTINCT ON (channel, recipient) id, next_at FROM alert_delivery
         WHERE state = 'waiting' AND next_at <= $1
           AND NOT channel || ' ' || recipient = ANY($2::text[])
         ORDER BY channel, recipient, next_at, id) first
       ORDER BY next_at, id LIMIT $3`,
      [now, busy, limit],
    );
    return manager.findBy(AlertDeliveryEntity, { id: In(rows.map(({ id }) => id)) });
  }

  byTerminalOrder(
    manager: EntityManager,
    terminalOrderId: TerminalOrderId,
  ): Promise<AlertDeliveryEntity | null> {
    return manager.findOneBy(AlertDeliveryEntity, { terminalOrderId });
  }

  /** Nobody else changes it until the transaction ends. */
  lock(tx: EntityManager, id: AlertDeliveryId): Promise<AlertDeliveryEntity | null> {
    return tx.findOne(AlertDeliveryEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Notes what pages were sent or have; a telling that was made after that, or came further, stays. */
  async noteOnPages(
    manager: EntityManager,
    state: HeardOnPage['state'],
    heard: readonly HeardOnPage[],
  ): Promise<void> {
    await manager.query(
      `UPDATE alert_delivery told
       SET state = $1, sent_at = coalesce(told.sent_at, heard.at),
           delivered_at = CASE $1 WHEN 'delivered' THEN heard.at END
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
         AS heard (alert_id, channel, recipient, at)
       WHERE told.alert_id = heard.alert_id AND told.channel = heard.channel
         AND told.recipient = heard.recipient AND told.created_at <= heard.at
         AND told.state = ANY($6::text[])`,
      [
        state,
        heard.map(({ alertId }) => alertId),
        heard.map(({ channel }) => channel),
        heard.map(({ recipient }) => recipient),
        heard.map(({ at }) => at),
        state === 'sent' ? ['waiting'] : ['waiting', 'sent'],
      ],
    );
  }

  /** What was told of by `channel` to one of these and is not seen yet, whether or not it went out. */
  unseen(
    manager: EntityManager,
    alertId: AlertId,
    channel: TellingChannel,
    recipients: readonly string[],
  ): Promise<AlertDeliveryEntity[]> {
    return manager.find(AlertDeliveryEntity, {
      where: {
        alertId,
        channel,
        recipient: In([...recipients]),
        state: In(['waiting', 'sent', 'delivered']),
        seenAt: IsNull(),
      },
    });
  }

  /** What a driver's page has been told since, newest first. */
  ofDriversPage(
    manager: EntityManager,
    driverId: DriverId,
    since: Date,
  ): Promise<AlertDeliveryEntity[]> {
    return manager
      .createQueryBuilder(AlertDeliveryEntity, 'told')
      .where(`told.channel = 'driver_page' AND told.recipient = :driverId`, { driverId })
      .andWhere(`told.state <> 'held' AND told.createdAt >= :since`, { since })
      .orderBy('told.createdAt', 'DESC')
      .take(50)
      .getMany();
  }
}

export const keyOf = ({ channel, recipient }: { channel: string; recipient: string }): string =>
  `${channel} ${recipient}`;
