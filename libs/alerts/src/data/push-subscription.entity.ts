import type { DriverId, PushSubscriptionId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A browser that asked to be told of its driver's alerts also while his page is closed. */
@Entity('push_subscription')
@Index('push_subscription_driver', ['driverId'], { where: 'ended_at IS NULL' })
@Index('push_subscription_endpoint', ['endpoint'], { unique: true, where: 'ended_at IS NULL' })
export class PushSubscriptionEntity {
  @PrimaryColumn('uuid')
  id: PushSubscriptionId;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  /** Where its push service takes messages for it. */
  @Column('text')
  endpoint: string;

  /** The browser's public key, base64url; what is sent can be read with its private half alone. */
  @Column('text')
  p256dh: string;

  /** The browser's shared secret, base64url. */
  @Column('text')
  auth: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
