import type { MixMaterial } from '@tongyun/contracts';
import type { PlantId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A recipe as a plant's laboratory approved it. Rows are only added; the latest of a number counts. */
@Entity('mix_design')
@Index('mix_design_plant', ['plantId', 'mixDesignNo', 'recordedAt'])
export class MixDesignEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('text', { name: 'mix_design_no' })
  mixDesignNo: string;

  @Column('text')
  grade: string;

  @Column('jsonb')
  materials: MixMaterial[];

  @Column('text', { name: 'approver_name' })
  approverName: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
