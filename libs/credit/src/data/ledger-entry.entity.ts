import type { EnterpriseId, SiteId, UserId, VehicleId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LedgerKind } from '../rules/ledger-kinds.js';

/** A line of an enterprise's ledger: who answers for safety, what happened, what was found. Only added. */
@Entity('ledger_entry')
@Index('ledger_entry_enterprise', ['enterpriseId', 'occurredAt'])
export class LedgerEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  kind: LedgerKind;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  @Column('text')
  title: string;

  @Column('text')
  content: string;

  @Column('text', { name: 'person_name', nullable: true })
  personName: string | null;

  @Column('text', { name: 'photo_urls', array: true })
  photoUrls: string[];

  @Column('uuid', { name: 'vehicle_id', nullable: true })
  vehicleId: VehicleId | null;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId: SiteId | null;

  /** A site in words, when it is none of the product's. */
  @Column('text', { name: 'site_name', nullable: true })
  siteName: string | null;

  @Column('boolean', { name: 'is_evidence' })
  isEvidence: boolean;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
