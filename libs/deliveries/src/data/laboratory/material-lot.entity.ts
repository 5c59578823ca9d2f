import type { RawMaterial } from '@tongyun/contracts';
import type { PlantId, UserId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a delivery of a raw material was tested to be. Rows are only added; the latest of a material counts. */
@Entity('material_lot')
@Index('material_lot_plant', ['plantId', 'material', 'recordedAt'])
export class MaterialLotEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  @Column('text')
  material: RawMaterial;

  @Column('text', { name: 'lot_no' })
  lotNo: string;

  @Column('text', { name: 'supplier_name' })
  supplierName: string;

  @Column('text', { name: 'report_no' })
  reportNo: string;

  @Column('boolean', { name: 'has_passed' })
  hasPassed: boolean;

  @Column('text', { name: 'inspector_name' })
  inspectorName: string;

  @Column('date', { name: 'tested_on' })
  testedOn: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: UserId;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
