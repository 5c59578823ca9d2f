import { type Area, isInPolygon, polygonsOf } from './area.js';
import { distanceToBorderM } from './border-distance.js';
import { type Box, boxOf, hasPoint, isBoxNear, unionOf } from './box.js';

export interface IndexedZone {
  readonly id: string;
  readonly area: Area;
}

/** Answers which zones hold a point; static, so a changed zone means a new index. */
export interface GeofenceIndex {
  /** Ids of the zones that cover the WGS-84 point, border inside, in the order they were given. */
  zonesAt(lng: number, lat: number): string[];
  /**
   * Ids of the zones that have a border within `withinM` metres of the WGS-84 point, whether the
   * point lies in or outside of them: the ones whose side a fix of that accuracy cannot tell.
   */
  zonesNear(lng: number, lat: number, withinM: number): string[];
}

/** Cells on a side of the grid: a city's 200 zones leave a handful of candidates in each cell. */
const CELLS = 64;

interface IndexedPolygon {
  readonly zone: number;
  readonly box: Box;
  readonly rings: ReturnType<typeof polygonsOf>[number];
}

/**
 * Builds the index: a grid over all zones' boxes, each cell with the polygons whose box touches
 * it, and an exact test at the end. The answer is that of PostGIS's planar
 * `ST_Covers(geometry, geometry)`.
 */
export function buildGeofenceIndex(zones: readonly IndexedZone[]): GeofenceIndex {
  const polygons = zones.flatMap(({ area }, zone): IndexedPolygon[] =>
    polygonsOf(area).map((rings) => ({ zone, box: boxOf(rings[0] ?? []), rings })),
  );
  const extent = unionOf(polygons.map(({ box }) => box));
  const cells = fillCells(polygons, extent);

  return {
    zonesAt(lng, lat) {
      if (!hasPoint(extent, lng, lat)) return [];
      const found: string[] = [];
      let lastZone = -1;
      for (const { zone, box, rings } of cells[cellOf(extent, lng, lat)] ?? []) {
        if (zone === lastZone || !hasPoint(box, lng, lat)) continue;
        if (!isInPolygon(lng, lat, rings)) continue;
        lastZone = zone;
        found.push(zones[zone]!.id);
      }
      return found;
    },

    zonesNear(lng, lat, withinM) {
      const near = new Set<number>();
      for (const { zone, box } of polygons) {
        if (isBoxNear(box, lng, lat, withinM)) near.add(zone);
      }
      return [...near]
        .map((zone) => zones[zone]!)
        .filter(({ area }) => distanceToBorderM({ lng, lat }, area) <= withinM)
        .map(({ id }) => id);
    },
  };
}

/** Every cell's polygons, in the zones' order. */
function fillCells(polygons: readonly IndexedPolygon[], extent: Box): IndexedPolygon[][] {
  const cells = Array.from({ length: CELLS * CELLS }, (): IndexedPolygon[] => []);
  for (const polygon of polygons) {
    const { box } = polygon;
    if (box.west > box.east) continue; // a polygon without vertices holds nothing
    const toColumn = columnOf(extent, box.east);
    const toRow = rowOf(extent, box.north);
    for (let row = rowOf(extent, box.south); row <= toRow; row += 1) {
      for (let column = columnOf(extent, box.west); column <= toColumn; column += 1) {
        cells[row * CELLS + column]!.push(polygon);
      }
    }
  }
  return cells;
}

const cellOf = (extent: Box, lng: number, lat: number): number =>
  rowOf(extent, lat) * CELLS + columnOf(extent, lng);
const columnOf = (extent: Box, lng: number): number => stepOf(lng, extent.west, extent.east);
const rowOf = (extent: Box, lat: number): number => stepOf(lat, extent.south, extent.north);

/** Which of the equal steps between two bounds a value falls in; monotone, so no box misses a cell. */
function stepOf(value: number, from: number, to: number): number {
  if (to <= from) return 0;
  return Math.min(CELLS - 1, Math.floor(((value - from) / (to - from)) * CELLS));
}
