import type { PlantId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PlantEntity } from './plant.entity.js';

/** What was decided on a plant's licence. Rows are only added. */
@Entity('plant_decision')
export class PlantDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('plant_decision_plant')
  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('text', { name: 'from_state' })
  fromState: PlantEntity['licenceState'];

  @Column('text', { name: 'to_state' })
  toState: PlantEntity['licenceState'];

  @Column('text', { name: 'licence_no', nullable: true })
  licenceNo: string | null;

  @Column('boolean', { name: 'is_branch' })
  isBranch: boolean;

  /** Eco-sensitive zones that the plant lay in, known to whoever decided. */
  @Column('jsonb', { name: 'eco_zones' })
  ecoZones: string[];

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
