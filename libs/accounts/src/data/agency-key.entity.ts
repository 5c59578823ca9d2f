import type { UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgencyKeyPermission } from '../rules/agency-key.js';

/** A key with which an agency's own system asks for its officers. Rows are only added. */
@Entity('agency_key')
@Unique('agency_key_key_hash_key', ['keyHash'])
@Index('agency_key_issued', ['issuedAt', 'id'])
export class AgencyKeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** SHA-256 of the key, hex. */
  @Column('text', { name: 'key_hash' })
  keyHash: string;

  @Column('text')
  agency: string;

  /** The system that uses it, as people call it. */
  @Column('text', { name: 'system_name' })
  systemName: string;

  @Column('text', { array: true })
  permissions: AgencyKeyPermission[];

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'issued_by' })
  issuedBy: UserId;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;
}
