import type { PlantLicenceState } from '@tongyun/contracts';
import type { Wgs84 } from '@tongyun/geo';
import type { EnterpriseId, PlantId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { wgs84Point } from './wgs84-point.js';

/** A batching plant. What range it may supply is in `plant_range`. */
@Entity('plant')
export class PlantEntity {
  @PrimaryColumn('uuid')
  id: PlantId;

  @Index('plant_enterprise')
  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  name: string;

  @Column('geography', { spatialFeatureType: 'Point', srid: 4326, transformer: wgs84Point })
  position: Wgs84;

  /** Within this many metres of `position` a truck is at the plant. */
  @Column('integer', { name: 'fence_radius_m' })
  fenceRadiusM: number;

  @Column('text', { name: 'licence_no', nullable: true })
  licenceNo: string | null;

  /** Only a licensed plant may supply. */
  @Column('text', { name: 'licence_state', default: 'licensed' })
  licenceState: PlantLicenceState;

  /** A branch station (分站) of the enterprise. */
  @Column('boolean', { name: 'is_branch', default: false })
  isBranch: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @VersionColumn({ default: 1 })
  version: number;
}
