import type { DriverId, UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that binds a driver's phone once. */
@Entity('device_code')
export class DeviceCodeEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** SHA-256 of the eight digits, hex. */
  @Column('text', { name: 'code_hash', unique: true })
  codeHash: string;

  @Column('uuid', { name: 'driver_id' })
  driverId: DriverId;

  @Column('uuid', { name: 'issued_by' })
  issuedBy: UserId;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
