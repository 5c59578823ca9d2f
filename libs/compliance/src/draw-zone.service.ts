import type { DrawZoneRequest, ExemptRoad } from '@tongyun/contracts';
import { hasClosedRings, toWgs84Area, toWgs84Path } from '@tongyun/geo';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type ZoneId,
} from '@tongyun/kernel';
import { findShapeFault, Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { MultiPolygon } from 'geojson';
import type { EntityManager } from 'typeorm';
import type { ComplianceEvents } from './compliance.events.js';
import type { ZoneVersionEntity } from './data/zone-version.entity.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';
import { ZoneQueries } from './zone-queries.service.js';

@Injectable()
export class DrawZoneService {
  constructor(
    private readonly zones: ZoneVersionRepository,
    private readonly zoneQueries: ZoneQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Decides a new zone, or a new version of a known one; what held before stays on record.
   *
   * @param zoneId null for a new zone
   */
  async draw(
    scope: AccessScope,
    zoneId: ZoneId | null,
    request: DrawZoneRequest,
  ): Promise<ZoneVersionEntity> {
    const {
      crs,
      area: sent,
      exemptRoads: sentRoads = [],
      plateColors = [],
      plates = null,
      barredEmissionClasses = [],
      speedLimitKph = null,
      isRetired = false,
      ...decided
    } = request;
    if (!hasClosedRings(sent)) throw shapeInvalid('a ring does not end where it starts');
    const drawn = toWgs84Area(sent, crs);
    const exemptRoads = sentRoads.map((road) => ({ ...road, path: toWgs84Path(road.path, crs) }));

    return this.unitOfWork.run(async (tx) => {
      const fault = await findShapeFault(tx, drawn);
      if (fault !== null) throw shapeInvalid(fault);
      const area = await this.withoutRoads(tx, drawn, exemptRoads);
      const version: ZoneVersionEntity = {
        ...decided,
        ...(await this.nextVersion(tx, zoneId)),
        id: newId(),
        area,
        exemptRoads,
        plateColors,
        plates,
        barredEmissionClasses,
        speedLimitKph,
        isRetired,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      await this.zones.insert(tx, version);
      await this.outbox.publish<ComplianceEvents>(tx, {
        name: 'compliance.zones_changed',
        orderingKey: version.zoneId,
        payload: { zoneId: version.zoneId },
      });
      this.unitOfWork.onCommit(tx, () => this.zoneQueries.forget());
      return version;
    });
  }

  private async withoutRoads(
    tx: EntityManager,
    drawn: MultiPolygon,
    roads: readonly ExemptRoad[],
  ): Promise<MultiPolygon> {
    if (roads.length === 0) return drawn;
    const left = await this.zones.cutStrips(tx, drawn, roads);
    if (left === null) throw shapeInvalid('the exempt roads take all of it');
    return left;
  }

  private async nextVersion(
    tx: EntityManager,
    zoneId: ZoneId | null,
  ): Promise<{ zoneId: ZoneId; version: number }> {
    if (zoneId === null) return { zoneId: newId<ZoneId>(), version: 1 };
    const latest = await this.zones.lockLatest(tx, zoneId);
    if (!latest) throw new DomainError('ZONE_NOT_FOUND', `No zone ${zoneId}`, { zoneId });
    return { zoneId, version: latest.version + 1 };
  }
}

const shapeInvalid = (fault: string) =>
  new DomainError('ZONE_SHAPE_INVALID', `The area is no valid shape: ${fault}`, { fault });
