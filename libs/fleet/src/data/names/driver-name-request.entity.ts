import type { DriverNameRequestState } from '@tongyun/contracts';
import type { DriverId, DriverNameRequestId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** An enterprise's wish that a driver of its who was examined be called otherwise. */
@Entity('driver_name_request')
@Index('driver_name_request_open', ['driverId'], { unique: true, where: `state = 'asked'` })
@Index('driver_name_request_asked', ['askedAt', 'id'])
export class DriverNameRequestEntity {
  @PrimaryColumn('uuid')
  id: DriverNameRequestId;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  /** As he was called when it was asked. */
  @Column('text', { name: 'name_before' })
  nameBefore: string;

  @Column('text')
  name: string;

  @Column('text')
  reason: string;

  @Column('text')
  state: DriverNameRequestState;

  @Column('uuid', { name: 'asked_by' })
  askedBy: UserId;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
