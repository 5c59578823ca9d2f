import type { DistrictId, UserId } from '@tongyun/kernel';
import type { MultiPolygon } from 'geojson';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A district as it was decided once; the next version takes its place from its own day on. */
@Entity('district_version')
@Unique('district_version_number', ['districtId', 'version'])
export class DistrictVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'district_id' })
  districtId: DistrictId;

  @Column('integer')
  version: number;

  /** As enterprises and accounts name it. */
  @Column('text')
  name: string;

  /** WGS-84, planar, as zones are. */
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326 })
  area: MultiPolygon;

  @Column('boolean', { name: 'is_retired' })
  isRetired: boolean;

  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom: Date;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: UserId;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Column('text')
  reason: string;
}
