import { DomainError, newId, type ZoneId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { ZoneVersionEntity } from './data/zone-version.entity.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';
import { type ZoneDrawing, ZoneDrawings } from './zone-drawings.service.js';
import { ZoneQueries } from './zone-queries.service.js';
import { indexZones, type ZonesInForce } from './zones-in-force.js';

/** A zone that is not decided: of a known id in place of what was in force, else beside it. */
export interface TriedZone extends ZoneDrawing {
  readonly zoneId?: string | undefined;
}

/** No decided version has this number. */
const TRIED = 0;

@Injectable()
export class TryZonesService {
  constructor(
    private readonly zones: ZoneVersionRepository,
    private readonly drawings: ZoneDrawings,
    private readonly zoneQueries: ZoneQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The zones of any instant as they would be had these always been in force; nobody else is told of
   * them. Refuses what could not be decided: no valid shape, an id that no zone has.
   */
  async prepare(tried: readonly TriedZone[]): Promise<(at: Date) => Promise<ZonesInForce>> {
    const { reads } = this.unitOfWork;
    const asked = tried.flatMap(({ zoneId }) => (zoneId === undefined ? [] : [zoneId as ZoneId]));
    const known = new Set(await this.zones.knownOf(reads, asked));
    const unknown = asked.find((zoneId) => !known.has(zoneId));
    if (unknown !== undefined) {
      throw new DomainError('ZONE_NOT_FOUND', `No zone ${unknown}`, { zoneId: unknown });
    }
    const drawn: (Awaited<ReturnType<ZoneDrawings['read']>> & { zoneId: ZoneId })[] = [];
    for (const zone of tried) {
      const contents = await this.drawings.read(reads, zone);
      drawn.push({ ...contents, zoneId: (zone.zoneId as ZoneId | undefined) ?? newId<ZoneId>() });
    }
    const added = drawn
      .filter(({ isRetired }) => !isRetired)
      .map((zone) => ({ ...zone, version: TRIED }));
    const replaced = new Set(drawn.map(({ zoneId }) => zoneId));
    const composed = new WeakMap<readonly ZoneVersionEntity[], ZonesInForce>();
    return async (at) => {
      const rows = await this.zoneQueries.versionsInForce(at);
      const ready = composed.get(rows);
      if (ready) return ready;
      const left = rows.filter(({ zoneId }) => !replaced.has(zoneId));
      const { inForce } = indexZones([...left, ...added], null);
      composed.set(rows, inForce);
      return inForce;
    };
  }
}
