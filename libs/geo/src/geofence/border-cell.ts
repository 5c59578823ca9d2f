import { isInPolygon } from '../area.js';
import { ENTRY_SIZE, FLAG_BITS, HEAD_SIZE } from './band.js';
import { MIDDLE_INSIDE, MIDDLE_UNSURE, type Raster, RASTER_EDGE_SIZE } from './raster.js';
import type { ZoneSets } from './zone-sets.js';

/** A point and the middle of its cell, WGS-84 degrees. */
export interface PlaceInCell {
  readonly lng: number;
  readonly lat: number;
  readonly midLng: number;
  readonly midLat: number;
}

/**
 * The number of the set of zones that cover a point of a cell that borders pass.
 *
 * @param cells a tile's
 * @param head where in them the cell is described
 */
export function findSetInCell(
  cells: Int32Array,
  head: number,
  place: PlaceInCell,
  rasters: readonly (Raster | null)[],
  sets: ZoneSets,
): number {
  const last = head + HEAD_SIZE + ENTRY_SIZE * cells[head + 1]!;
  let set = cells[head]!;
  for (let entry = head + HEAD_SIZE; entry < last; entry += ENTRY_SIZE) {
    const raster = rasters[cells[entry + 1]! >> FLAG_BITS]!;
    if (covers(raster, cells, entry, place)) set = sets.with(set, cells[entry]!);
  }
  return set;
}

/**
 * Whether a polygon covers a point of a cell that its border passes: every edge of the cell that
 * the way from the point to the cell's middle crosses turns the middle's answer round.
 *
 * Where a point is too near to an edge's line for that, the polygon itself is asked.
 */
function covers(
  { edges, rings }: Raster,
  cells: Int32Array,
  entry: number,
  { lng, lat, midLng, midLat }: PlaceInCell,
): boolean {
  const flags = cells[entry + 1]!;
  const end = cells[entry + 3]!;
  const dx = midLng - lng;
  const dy = midLat - lat;
  let isInside = (flags & MIDDLE_INSIDE) !== 0;
  let isSure = (flags & MIDDLE_UNSURE) === 0;
  for (let at = cells[entry + 2]!; isSure && at < end; at += RASTER_EDGE_SIZE) {
    const ax = edges[at]!;
    const ay = edges[at + 1]!;
    const bx = edges[at + 2]!;
    const by = edges[at + 3]!;
    const doubt = edges[at + 4]!;
    const side = (bx - ax) * (lat - ay) - (lng - ax) * (by - ay);
    if (side > doubt) continue;
    isSure = side < -doubt;
    const isLeft = dx * (ay - lat) > (ax - lng) * dy;
    if (isLeft !== dx * (by - lat) > (bx - lng) * dy) isInside = !isInside;
  }
  return isSure ? isInside : isInPolygon(lng, lat, rings);
}
