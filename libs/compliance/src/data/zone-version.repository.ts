import type { ExemptRoad } from '@tongyun/contracts';
import type { ZoneId } from '@tongyun/kernel';
import type { MultiPolygon } from 'geojson';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ZoneVersionEntity } from './zone-version.entity.js';

/** Every version of every zone; nothing here changes or removes a row. */
@Injectable()
export class ZoneVersionRepository {
  all(manager: EntityManager): Promise<ZoneVersionEntity[]> {
    return manager.find(ZoneVersionEntity, { order: { zoneId: 'ASC', version: 'ASC' } });
  }

  /** The last version decided; nobody else adds one until the transaction ends. */
  async lockLatest(manager: EntityManager, zoneId: ZoneId): Promise<ZoneVersionEntity | null> {
    await manager.query('SELECT id FROM zone_version WHERE zone_id = $1 FOR UPDATE', [zoneId]);
    return manager.findOne(ZoneVersionEntity, { where: { zoneId }, order: { version: 'DESC' } });
  }

  /** When the last change of a zone that has taken effect by an instant did so; null: none has. */
  async inForceSince(manager: EntityManager, zoneId: ZoneId, at: Date): Promise<Date | null> {
    const [row]: [{ since: Date | null }] = await manager.query(
      'SELECT max(effective_from) AS since FROM zone_version WHERE zone_id = $1 AND effective_from <= $2',
      [zoneId, at],
    );
    return row.since;
  }

  /** Those of the ids that are zones. */
  async knownOf(manager: EntityManager, zoneIds: readonly ZoneId[]): Promise<ZoneId[]> {
    const rows: { zone_id: ZoneId }[] = await manager.query(
      'SELECT DISTINCT zone_id FROM zone_version WHERE zone_id = ANY($1::uuid[])',
      [zoneIds],
    );
    return rows.map((row) => row.zone_id);
  }

  /** What is left of an area without the strips along some roads; null: nothing is. */
  async cutStrips(
    manager: EntityManager,
    area: MultiPolygon,
    roads: readonly ExemptRoad[],
  ): Promise<MultiPolygon | null> {
    const [row]: [{ left: string | null }] = await manager.query(
      `WITH strip AS (
         SELECT ST_Union(ST_Buffer(
           ST_SetSRID(ST_GeomFromGeoJSON(road -> 'line'), 4326)::geography,
           (road ->> 'halfWidthM')::float8)::geometry) AS shape
         FROM jsonb_array_elements($2::jsonb) AS road)
       SELECT CASE WHEN ST_IsEmpty(rest) THEN NULL ELSE ST_AsGeoJSON(ST_Multi(rest), 15) END AS left
       FROM (SELECT ST_CollectionExtract(
               ST_Difference(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326), strip.shape), 3) AS rest
             FROM strip) AS cut`,
      [
        JSON.stringify(area),
        JSON.stringify(
          roads.map(({ path, halfWidthM }) => ({
            line: { type: 'LineString', coordinates: path },
            halfWidthM,
          })),
        ),
      ],
    );
    return row.left === null ? null : (JSON.parse(row.left) as MultiPolygon);
  }

  async insert(manager: EntityManager, row: ZoneVersionEntity): Promise<void> {
    await manager.insert(ZoneVersionEntity, row);
  }
}
