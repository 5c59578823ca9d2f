import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One request by an agency's system, whether the key was good for it or not. Rows are only added. */
@Entity('agency_key_use')
@Index('agency_key_use_key', ['keyId', 'usedAt'])
export class AgencyKeyUseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'key_id' })
  keyId: string;

  /** Of the officer whom the system acts for. */
  @Column('text', { name: 'badge_no' })
  badgeNo: string;

  /** The permission that the request asked for; null where the endpoint names none. */
  @Column('text', { nullable: true })
  permission: string | null;

  @Column('boolean', { name: 'was_allowed' })
  wasAllowed: boolean;

  @Column('timestamptz', { name: 'used_at' })
  usedAt: Date;
}
