import type { rangeMeasure } from '@tongyun/contracts';
import type { PlantId, UserId } from '@tongyun/kernel';
import type { Polygon } from 'geojson';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** How far a plant may supply, from when, by whose decision. Rows are only added. */
@Entity('plant_range')
@Index('plant_range_plant', ['plantId', 'effectiveFrom'])
export class PlantRangeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'plant_id' })
  plantId: PlantId;

  /** Either this or `area` is set. */
  @Column('integer', { name: 'radius_m', nullable: true })
  radiusM: number | null;

  @Column('geography', { spatialFeatureType: 'Polygon', srid: 4326, nullable: true })
  area: Polygon | null;

  @Column('text')
  measure: z.infer<typeof rangeMeasure>;

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom: Date;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Column('text')
  reason: string;
}
