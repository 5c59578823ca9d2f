import type { AlertDeliveryId, AlertId, TerminalOrderId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  HeldBecause,
  TellingChannel,
  TellingLevel,
  TellingOccasion,
} from '../rules/plan-tellings.js';

/** `held`: would have been told; `waiting` to go out; the rest is how far it came. */
export type AlertDeliveryState = 'held' | 'waiting' | 'sent' | 'delivered' | 'seen' | 'failed';

/** One telling of one alert to one recipient, and how far it came. */
@Entity('alert_delivery')
@Unique('alert_delivery_once', ['alertId', 'occasion', 'channel', 'recipient'])
@Index('alert_delivery_due', ['nextAt'], { where: `state = 'waiting'` })
@Index('alert_delivery_told', ['vehicleId', 'code', 'createdAt'])
@Index('alert_delivery_terminal_order', ['terminalOrderId'], {
  where: 'terminal_order_id IS NOT NULL',
})
export class AlertDeliveryEntity {
  @PrimaryColumn('uuid')
  id: AlertDeliveryId;

  @Column('uuid', { name: 'alert_id' })
  alertId: AlertId;

  /** As the alert's: quiet time is per vehicle and code. */
  @Column('uuid', { name: 'vehicle_id' })
  vehicleId: VehicleId;

  @Column('text')
  code: string;

  /** The alert's level that was told. */
  @Column('text')
  level: TellingLevel;

  @Column('text')
  occasion: TellingOccasion;

  @Column('text')
  channel: TellingChannel;

  /** An enterprise's, driver's, vehicle's, push subscription's or webhook's id, or `authorities`. */
  @Column('text')
  recipient: string;

  @Column('text')
  state: AlertDeliveryState;

  @Column('text', { name: 'held_because', nullable: true })
  heldBecause: HeldBecause | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** When it is to go out; null unless it waits. */
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt: Date | null;

  /** How often it was tried. */
  @Column('integer', { default: 0 })
  calls: number;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt: Date | null;

  /** Why the last try failed. */
  @Column('text', { nullable: true })
  failure: string | null;

  /** What the terminal was told, by its order. */
  @Column('uuid', { name: 'terminal_order_id', nullable: true })
  terminalOrderId: TerminalOrderId | null;
}
