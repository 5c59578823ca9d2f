import type { Rings } from '../area.js';
import type { Box } from '../box.js';
import { type CellEdges, findCellEdges } from './cell-edges.js';
import { boxOfEdges, EDGE_SIZE, edgesOf } from './edges.js';
import { type Lattice, middleLatOf, middleLngOf, TILE_CELLS, TILE_SIDE } from './lattice.js';
import { findRowCrossings, type RowCrossings } from './row-crossings.js';
import { columnInBox, rowInBox, type TileBox, tilesIn, tilesOfBox } from './tile-box.js';

export const OUTSIDE = 0;
export const INSIDE = 1;
export const BORDER = 2;

/** Numbers of a border cell in `borders`: its place in the tile, flags, its edges from and to. */
export const BORDER_SIZE = 4;
/** The middle of the cell is inside the polygon. */
export const MIDDLE_INSIDE = 1;
/** The middle is too near to a border to start from: the polygon itself must be asked. */
export const MIDDLE_UNSURE = 2;
/** Numbers of an edge in a raster: from lng, lat, to lng, lat (the middle on its left), doubt. */
export const RASTER_EDGE_SIZE = 5;

/** One polygon of a zone, drawn on the lattice. */
export interface Raster {
  /** The zone's place in the index's order. */
  readonly zone: number;
  readonly rings: Rings;
  readonly box: Box;
  readonly tileBox: TileBox;
  /** For each tile of the box `OUTSIDE`, `INSIDE` or `BORDER`. */
  readonly tiles: Uint8Array;
  /** The same for each cell of the tiles that have a border. */
  readonly cells: Uint8Array;
  /** The border cells of all tiles, `BORDER_SIZE` numbers each. */
  readonly borders: Int32Array;
  /** For each tile, where its border cells start; one more at the end. */
  readonly borderStarts: Int32Array;
  /** The edges of each border cell, one cell after the other. */
  readonly edges: Float64Array;
}

/**
 * What orientation arithmetic may be wrong by, for edges and points within one distance D of each
 * other: 3.4e-16 · 2D² for the difference of products (the first filter of Shewchuk's orient2d,
 * 1997), and 1.4e-15 · D² for each end of an edge, whose own side of a line is known as badly.
 */
const DOUBT = 4e-15;

/** Draws a polygon: which cells it covers whole, and which edges pass which of the others. */
export function drawPolygon(zone: number, rings: Rings, lattice: Lattice): Raster {
  const allEdges = edgesOf(rings);
  const box = boxOfEdges(allEdges);
  const tileBox = tilesOfBox(allEdges.length === 0 ? NOWHERE : box, lattice);
  const crossings = findRowCrossings(allEdges, tileBox, lattice);
  const cellEdges = findCellEdges(allEdges, tileBox, lattice);
  const cells = new Uint8Array(tilesIn(tileBox) * TILE_CELLS);
  const tiles = fillTiles(cells, tileBox, cellEdges, lattice, crossings);
  const borders = describeBorders(allEdges, cellEdges, cells, tileBox, lattice);
  return { zone, rings, box, tileBox, tiles, cells, ...borders };
}

const NOWHERE: Box = { west: 0, south: 0, east: 0, north: 0 };

/** Fills tiles, and the cells of those with a border, by whether their middles are inside. */
function fillTiles(
  cells: Uint8Array,
  box: TileBox,
  { starts }: CellEdges,
  lattice: Lattice,
  crossings: RowCrossings,
): Uint8Array {
  const tiles = new Uint8Array(tilesIn(box));
  for (let tile = 0; tile < tiles.length; tile += 1) {
    const first = tile * TILE_CELLS;
    if (starts[first] === starts[first + TILE_CELLS]) {
      fillRow(cells, first, box, lattice, crossings);
      tiles[tile] = cells[first]!; // no border passes: all cells are as the first
      continue;
    }
    tiles[tile] = BORDER;
    for (let row = 0; row < TILE_SIDE; row += 1) {
      fillRow(cells, first + row * TILE_SIDE, box, lattice, crossings);
    }
  }
  return tiles;
}

/** Marks the cells of a tile's row whose middle has an odd number of crossings to the east. */
function fillRow(
  cells: Uint8Array,
  first: number,
  box: TileBox,
  lattice: Lattice,
  { starts, lngs }: RowCrossings,
): void {
  const row = rowInBox(box, first) - box.firstRow * TILE_SIDE;
  const column = columnInBox(box, first);
  const end = starts[row + 1]!;
  let passed = starts[row]!;
  if (passed === end) return;
  for (let step = 0; step < TILE_SIDE; step += 1) {
    const lng = middleLngOf(lattice, column + step);
    while (passed < end && lngs[passed]! <= lng) passed += 1;
    if (((end - passed) & 1) === 1) cells[first + step] = INSIDE;
  }
}

/** Copies each border cell's edges together, and turns the cell from a side into a border. */
function describeBorders(
  allEdges: Float64Array,
  { starts, edges: numbers }: CellEdges,
  cells: Uint8Array,
  box: TileBox,
  lattice: Lattice,
): Pick<Raster, 'borders' | 'borderStarts' | 'edges'> {
  const edges = new Float64Array(numbers.length * RASTER_EDGE_SIZE);
  const borderStarts = new Int32Array(tilesIn(box) + 1);
  const borders: number[] = [];
  for (let tile = 0; tile < borderStarts.length - 1; tile += 1) {
    borderStarts[tile] = borders.length;
    const end = (tile + 1) * TILE_CELLS;
    if (starts[end - TILE_CELLS] === starts[end]) continue;
    for (let cell = end - TILE_CELLS; cell < end; cell += 1) {
      const from = starts[cell]!;
      const to = starts[cell + 1]!;
      if (from === to) continue;
      const lng = middleLngOf(lattice, columnInBox(box, cell));
      const lat = middleLatOf(lattice, rowInBox(box, cell));
      let flags = cells[cell] === INSIDE ? MIDDLE_INSIDE : 0;
      for (let nth = from; nth < to; nth += 1) {
        const source = numbers[nth]! * EDGE_SIZE;
        const isSure = copyEdge(allEdges, source, edges, nth * RASTER_EDGE_SIZE, lng, lat, lattice);
        if (!isSure) flags |= MIDDLE_UNSURE;
      }
      cells[cell] = BORDER;
      const place = cell & (TILE_CELLS - 1);
      borders.push(place, flags, from * RASTER_EDGE_SIZE, to * RASTER_EDGE_SIZE);
    }
  }
  borderStarts[tilesIn(box)] = borders.length;
  return { borders: Int32Array.from(borders), borderStarts, edges };
}

/** Copies an edge with a cell's middle on its left. @returns whether the middle's side is sure */
function copyEdge(
  from: Float64Array,
  source: number,
  to: Float64Array,
  target: number,
  lng: number,
  lat: number,
  { cellWidth, cellHeight }: Lattice,
): boolean {
  const ax = from[source]!;
  const ay = from[source + 1]!;
  const bx = from[source + 2]!;
  const by = from[source + 3]!;
  const side = (bx - ax) * (lat - ay) - (lng - ax) * (by - ay);
  const isLeft = side > 0;
  to[target] = isLeft ? ax : bx;
  to[target + 1] = isLeft ? ay : by;
  to[target + 2] = isLeft ? bx : ax;
  to[target + 3] = isLeft ? by : ay;
  const toFarEnd = Math.max(
    Math.abs(ax - lng) + Math.abs(ay - lat),
    Math.abs(bx - lng) + Math.abs(by - lat),
  );
  const reach = toFarEnd + cellWidth + cellHeight;
  const doubt = DOUBT * reach * reach;
  to[target + 4] = doubt;
  return Math.abs(side) > doubt;
}
