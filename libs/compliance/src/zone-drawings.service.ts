import type { DrawZoneRequest, ExemptRoad } from '@tongyun/contracts';
import { hasClosedRings, toWgs84Area, toWgs84Path } from '@tongyun/geo';
import { DomainError } from '@tongyun/kernel';
import { findShapeFault } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { MultiPolygon } from 'geojson';
import type { EntityManager } from 'typeorm';
import type { ZoneVersionEntity } from './data/zone-version.entity.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';

/** How somebody would have a zone, before it is decided from when and why. */
export type ZoneDrawing = Omit<DrawZoneRequest, 'effectiveFrom' | 'reason'>;

/** What a version of a zone says, whoever decided it. */
export type ZoneContents = Omit<
  ZoneVersionEntity,
  'id' | 'zoneId' | 'version' | 'effectiveFrom' | 'reason' | 'decidedBy' | 'decidedAt'
>;

@Injectable()
export class ZoneDrawings {
  constructor(private readonly zones: ZoneVersionRepository) {}

  /** Reads a drawing: WGS-84, the exempt roads cut out. Refuses an area that is no valid shape. */
  async read(manager: EntityManager, drawing: ZoneDrawing): Promise<ZoneContents> {
    const { crs, kind, name, hours, binds } = drawing;
    if (!hasClosedRings(drawing.area)) throw shapeInvalid('a ring does not end where it starts');
    const drawn = toWgs84Area(drawing.area, crs);
    const exemptRoads = (drawing.exemptRoads ?? []).map((road) => ({
      ...road,
      path: toWgs84Path(road.path, crs),
    }));
    const fault = await findShapeFault(manager, drawn);
    if (fault !== null) throw shapeInvalid(fault);
    return {
      kind,
      name,
      hours,
      binds,
      area: await this.withoutRoads(manager, drawn, exemptRoads),
      exemptRoads,
      plateColors: drawing.plateColors ?? [],
      plates: drawing.plates ?? null,
      barredEmissionClasses: drawing.barredEmissionClasses ?? [],
      speedLimitKph: drawing.speedLimitKph ?? null,
      isRetired: drawing.isRetired ?? false,
    };
  }

  private async withoutRoads(
    manager: EntityManager,
    drawn: MultiPolygon,
    roads: readonly ExemptRoad[],
  ): Promise<MultiPolygon> {
    if (roads.length === 0) return drawn;
    const left = await this.zones.cutStrips(manager, drawn, roads);
    if (left === null) throw shapeInvalid('the exempt roads take all of it');
    return left;
  }
}

const shapeInvalid = (fault: string) =>
  new DomainError('ZONE_SHAPE_INVALID', `The area is no valid shape: ${fault}`, { fault });
