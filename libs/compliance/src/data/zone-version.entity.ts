import type {
  DailyHours,
  ExemptRoad,
  PlateColor,
  VehicleKind,
  ZoneKind,
  ZonePlates,
} from '@tongyun/contracts';
import type { UserId, ZoneId } from '@tongyun/kernel';
import type { MultiPolygon } from 'geojson';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A zone as it was decided once; the next version takes its place from its own day on. */
@Entity('zone_version')
@Unique('zone_version_number', ['zoneId', 'version'])
export class ZoneVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'zone_id' })
  zoneId: ZoneId;

  @Column('integer')
  version: number;

  @Column('text')
  kind: ZoneKind;

  @Column('text')
  name: string;

  /** WGS-84, planar: straight edges in degrees, as the geofence index judges them. */
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326 })
  area: MultiPolygon;

  /** Local hours in which it binds; empty: always. */
  @Column('jsonb')
  hours: DailyHours[];

  @Column('jsonb')
  binds: VehicleKind[];

  /** Colours of plates it binds; empty: every one. */
  @Column('jsonb', { name: 'plate_colors' })
  plateColors: PlateColor[];

  /** The plates it binds; null: every one. */
  @Column('jsonb', { nullable: true })
  plates: ZonePlates | null;

  @Column('jsonb', { name: 'barred_emission_classes' })
  barredEmissionClasses: string[];

  /** Roads on or at its border that are not in it: `area` is what is left without them. */
  @Column('jsonb', { name: 'exempt_roads' })
  exemptRoads: ExemptRoad[];

  @Column('smallint', { name: 'speed_limit_kph', nullable: true })
  speedLimitKph: number | null;

  @Column('boolean', { name: 'is_retired', default: false })
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
