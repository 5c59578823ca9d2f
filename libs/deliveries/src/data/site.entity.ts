import type { AccessException, DailyHours } from '@tongyun/contracts';
import type { Wgs84 } from '@tongyun/geo';
import type { EnterpriseId, SiteId } from '@tongyun/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { wgs84Point } from './wgs84-point.js';

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

  /** Where the truck is wanted. */
  @Column('geography', { spatialFeatureType: 'Point', srid: 4326, transformer: wgs84Point })
  position: Wgs84;

  @Column('integer', { name: 'fence_radius_m' })
  fenceRadiusM: number;

  /** How to find it where there is no address: what stands there, which way to turn (R20). */
  @Column('text', { nullable: true })
  landmark: string | null;

  @Column('text', { name: 'contact_name', nullable: true })
  contactName: string | null;

  @Column('text', { name: 'contact_phone', nullable: true })
  contactPhone: string | null;

  /** People live beside it: work at night needs a permit. */
  @Column('boolean', { name: 'is_noise_sensitive', default: false })
  isNoiseSensitive: boolean;

  /** When it takes concrete; empty: at any time. */
  @Column('jsonb', { name: 'access_hours', default: [] })
  accessHours: DailyHours[];

  /** Days with hours of their own. */
  @Column('jsonb', { name: 'access_exceptions', default: [] })
  accessExceptions: AccessException[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
