import type { DriverId, EnterpriseId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A key with which a driver's phone reports through an app that knows no sign-in. */
@Entity('phone_key')
@Unique('phone_key_key_hash_key', ['keyHash'])
export class PhoneKeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** SHA-256 of the key, hex. */
  @Column('text', { name: 'key_hash' })
  keyHash: string;

  @Index('phone_key_driver')
  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text', { name: 'device_name' })
  deviceName: string;

  @Column('uuid', { name: 'issued_by' })
  issuedBy: UserId;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy: UserId | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** How often something that it sent was refused for good, and why the last time. */
  @Column('integer', { name: 'refused_count', default: 0 })
  refusedCount: number;

  @Column('text', { name: 'last_refusal_code', nullable: true })
  lastRefusalCode: string | null;

  @Column('timestamptz', { name: 'last_refused_at', nullable: true })
  lastRefusedAt: Date | null;
}
