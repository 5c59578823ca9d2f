import type { EnterpriseId, SiteId } from '@tongyun/kernel';
import type { Point } from 'geojson';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where concrete is poured; it belongs to a contractor's project. */
@Entity('site')
@Index('site_enterprise', ['enterpriseId'])
export class SiteEntity {
  @PrimaryColumn('uuid')
  id: SiteId;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId: EnterpriseId;

  @Column('text')
  name: string;

  @Column('text', { name: 'project_name' })
  projectName: string;

  @Column('text')
  contractor: string;

  /** Where the truck is wanted, WGS-84. */
  @Column('geography', { spatialFeatureType: 'Point', srid: 4326 })
  position: Point;

  @Column('integer', { name: 'fence_radius_m' })
  fenceRadiusM: number;

  @Column('text', { name: 'contact_name', nullable: true })
  contactName: string | null;

  @Column('text', { name: 'contact_phone', nullable: true })
  contactPhone: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
