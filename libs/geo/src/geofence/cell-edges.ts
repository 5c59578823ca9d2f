import { EDGE_SIZE } from './edges.js';
import { boundsOfRow, columnOf, type Lattice, rowOf, TILE_CELLS } from './lattice.js';
import { cellInBox, REACH, type TileBox, tilesIn } from './tile-box.js';

/** Which edges touch which cell of a box of tiles. */
export interface CellEdges {
  /** For each cell, where its edges start; one more at the end. */
  readonly starts: Int32Array;
  /** Numbers of edges. */
  readonly edges: Int32Array;
}

/** Finds the cells that each edge passes through, or by within `REACH`. */
export function findCellEdges(edges: Float64Array, box: TileBox, lattice: Lattice): CellEdges {
  const passed: number[] = [];
  for (let at = 0; at < edges.length; at += EDGE_SIZE) walkEdge(edges, at, box, lattice, passed);

  const starts = new Int32Array(tilesIn(box) * TILE_CELLS + 2);
  for (let at = 0; at < passed.length; at += 2) starts[passed[at]! + 1]! += 1;
  for (let cell = 1; cell < starts.length; cell += 1) starts[cell]! += starts[cell - 1]!;
  const numbers = new Int32Array(passed.length / 2);
  for (let at = passed.length - 2; at >= 0; at -= 2) {
    // What was a cell's end becomes its start; the last number stays the end of all.
    const next = passed[at]! + 1;
    starts[next]! -= 1;
    numbers[starts[next]!] = passed[at + 1]!;
  }
  return { starts: starts.subarray(1), edges: numbers };
}

/** Notes the cells of one edge, and the edge with each of them. */
function walkEdge(
  edges: Float64Array,
  at: number,
  box: TileBox,
  lattice: Lattice,
  passed: number[],
): void {
  const fromLng = edges[at]!;
  const fromLat = edges[at + 1]!;
  const toLng = edges[at + 2]!;
  const toLat = edges[at + 3]!;
  const reachLng = REACH * lattice.cellWidth;
  const reachLat = REACH * lattice.cellHeight;
  const lngPerLat = (toLng - fromLng) / (toLat - fromLat);
  const west = Math.min(fromLng, toLng);
  const east = Math.max(fromLng, toLng);

  const lastRow = rowOf(lattice, Math.max(fromLat, toLat) + reachLat);
  for (let row = rowOf(lattice, Math.min(fromLat, toLat) - reachLat); row <= lastRow; row += 1) {
    let inRowWest = west;
    let inRowEast = east;
    if (fromLat !== toLat) {
      const { south, north } = boundsOfRow(lattice, row);
      const one = fromLng + (south - reachLat - fromLat) * lngPerLat;
      const other = fromLng + (north + reachLat - fromLat) * lngPerLat;
      // NaN (an upright edge in an outermost row) bounds nothing: the edge's own ends do.
      if (Math.min(one, other) > west) inRowWest = Math.min(one, other);
      if (Math.max(one, other) < east) inRowEast = Math.max(one, other);
    }
    const lastColumn = columnOf(lattice, inRowEast + reachLng);
    for (let column = columnOf(lattice, inRowWest - reachLng); column <= lastColumn; column += 1) {
      passed.push(cellInBox(box, column, row), at / EDGE_SIZE);
    }
  }
}
