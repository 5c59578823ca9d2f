import type { EnterpriseId, PlantId, SiteId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DurationKind, PlacingMethod, PourKind } from '../rules/duration-key.js';

/** What trips came to for one key, until a later learning came to something else. */
@Entity('learnt_duration')
@Index('learnt_duration_in_force', ['enterpriseId', 'key'], {
  unique: true,
  where: 'superseded_at IS NULL',
})
export class LearntDurationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'learning_id' })
  learningId: string;

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

  /** In the unit of its kind. */
  @Column('double precision')
  value: number;

  @Column('integer', { name: 'sample_count' })
  sampleCount: number;

  @Column('timestamptz', { name: 'learnt_at' })
  learntAt: Date;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}
