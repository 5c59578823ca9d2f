import type { DriverId, UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A driver's name and number shown to an officer, and what for. Rows are only added. */
@Entity('driver_disclosure')
export class DriverDisclosureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'check_id' })
  checkId: string;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('text')
  purpose: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy: UserId;

  @Column('text', { name: 'badge_no', nullable: true })
  badgeNo: string | null;

  @Column('text', { nullable: true })
  agency: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;
}
