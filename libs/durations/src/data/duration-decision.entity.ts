import type { EnterpriseId, PlantId, SiteId, UserId } from '@tongyun/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { DurationKind, PlacingMethod, PourKind } from '../rules/duration-key.js';

/** What a person decided of one duration. Rows are only added; the newest of a key counts. */
@Entity('duration_decision')
@Unique('duration_decision_version', ['enterpriseId', 'key', 'version'])
export class DurationDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  /** One text for the six that follow. */
  @Column('text')
  key: string;

  @Column('text')
  kind: DurationKind;

  @Column('uuid', { name: 'plant_id', nullable: true })
  plantId: PlantId | null;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId: SiteId | null;

  @Column('text', { name: 'placing_method', nullable: true })
  placingMethod: PlacingMethod | null;

  @Column('text', { name: 'pour_kind', nullable: true })
  pourKind: PourKind | null;

  @Column('smallint', { nullable: true })
  hour: number | null;

  /** Counts the decisions on this key, from 1. */
  @Column('integer')
  version: number;

  /** In the unit of its kind; null withdraws what was decided before. */
  @Column('double precision', { nullable: true })
  value: number | null;

  /** Holds before it; null: until withdrawn. */
  @Column('timestamptz', { name: 'until_at', nullable: true })
  untilAt: Date | null;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('text', { name: 'by_name' })
  byName: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
