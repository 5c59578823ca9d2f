import type { UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Who took a key back, and why: once for each. Rows are only added. */
@Entity('agency_key_revocation')
@Unique('agency_key_revocation_key', ['keyId'])
export class AgencyKeyRevocationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'key_id' })
  keyId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'revoked_by' })
  revokedBy: UserId;

  @Column('timestamptz', { name: 'revoked_at' })
  revokedAt: Date;
}
