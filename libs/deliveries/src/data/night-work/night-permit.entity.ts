import type { EnterpriseId, SiteId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A permit for work at night on a site, as its paper states it. Rows are only added. */
@Entity('night_permit')
@Index('night_permit_site', ['siteId', 'validTo'])
export class NightPermitEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('uuid', { name: 'site_id' })
  siteId: SiteId;

  @Column('text', { name: 'permit_no' })
  permitNo: string;

  @Column('text', { name: 'issued_by' })
  issuedBy: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to' })
  validTo: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
