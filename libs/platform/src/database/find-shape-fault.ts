import type { MultiPolygon } from 'geojson';
import type { EntityManager } from 'typeorm';

/** Why PostGIS holds a shape for no valid area, such as a self-crossing; null when it is one. */
export async function findShapeFault(
  manager: EntityManager,
  area: MultiPolygon,
): Promise<string | null> {
  const [row]: [{ fault: string | null }] = await manager.query(
    `SELECT CASE WHEN ST_IsValid(shape) THEN NULL ELSE ST_IsValidReason(shape) END AS fault
     FROM ST_SetSRID(ST_GeomFromGeoJSON($1), 4326) AS shape`,
    [JSON.stringify(area)],
  );
  return row.fault;
}
