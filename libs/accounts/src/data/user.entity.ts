import type { DriverId, EnterpriseId, Role, UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs in: staff by name and password, a driver by his device. */
@Entity('app_user')
export class UserEntity {
  @PrimaryColumn('uuid')
  id: UserId;

  /** Null for a driver, who signs in by device only. */
  @Column('text', { unique: true, nullable: true })
  username: string | null;

  /** argon2id in PHC form. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('uuid', { name: 'enterprise_id', nullable: true })
  enterpriseId: EnterpriseId | null;

  @Column('text', { nullable: true })
  district: string | null;

  @Column('text', { nullable: true })
  agency: string | null;

  @Column('text', { name: 'badge_no', nullable: true })
  badgeNo: string | null;

  @Column('uuid', { name: 'driver_id', unique: true, nullable: true })
  driverId: DriverId | null;

  @Column('boolean', { name: 'is_disabled', default: false })
  isDisabled: boolean;

  @Column('boolean', { name: 'must_change_password', default: false })
  mustChangePassword: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
