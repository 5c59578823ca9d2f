import { EDGE_SIZE } from './edges.js';
import { type Lattice, middleLatOf, rowOf, TILE_SIDE } from './lattice.js';
import type { TileBox } from './tile-box.js';

/** Where a polygon's edges cross the middle of each row of a box of tiles. */
export interface RowCrossings {
  /** For each row, where its crossings start; one more at the end. */
  readonly starts: Int32Array;
  /** Longitudes, ascending in each row. */
  readonly lngs: Float64Array;
}

/** Finds the crossings; an edge owns its lower end only, so that a vertex is crossed once. */
export function findRowCrossings(
  edges: Float64Array,
  box: TileBox,
  lattice: Lattice,
): RowCrossings {
  const firstRow = box.firstRow * TILE_SIDE;
  const starts = new Int32Array(box.rows * TILE_SIDE + 2);
  for (let at = 0; at < edges.length; at += EDGE_SIZE) {
    const low = Math.min(edges[at + 1]!, edges[at + 3]!);
    const high = Math.max(edges[at + 1]!, edges[at + 3]!);
    const lastRow = rowOf(lattice, high);
    for (let row = rowOf(lattice, low); row <= lastRow; row += 1) {
      const lat = middleLatOf(lattice, row);
      if (low <= lat && lat < high) starts[row - firstRow + 2]! += 1;
    }
  }
  for (let row = 1; row < starts.length; row += 1) starts[row]! += starts[row - 1]!;

  const lngs = new Float64Array(starts.at(-1)!);
  for (let at = 0; at < edges.length; at += EDGE_SIZE) {
    const fromLng = edges[at]!;
    const fromLat = edges[at + 1]!;
    const low = Math.min(fromLat, edges[at + 3]!);
    const high = Math.max(fromLat, edges[at + 3]!);
    const lngPerLat = (edges[at + 2]! - fromLng) / (edges[at + 3]! - fromLat);
    const lastRow = rowOf(lattice, high);
    for (let row = rowOf(lattice, low); row <= lastRow; row += 1) {
      const lat = middleLatOf(lattice, row);
      if (low > lat || lat >= high) continue;
      const next = row - firstRow + 1;
      lngs[starts[next]!] = fromLng + (lat - fromLat) * lngPerLat;
      starts[next]! += 1; // ends where the following row starts
    }
  }
  for (let row = 1; row < starts.length; row += 1) {
    if (starts[row]! - starts[row - 1]! > 1) lngs.subarray(starts[row - 1], starts[row]).sort();
  }
  return { starts, lngs };
}
