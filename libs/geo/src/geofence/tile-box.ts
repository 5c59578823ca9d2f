import type { Box } from '../box.js';
import { columnOf, type Lattice, rowOf, TILE_CELLS, TILE_SIDE } from './lattice.js';

/** The tiles that a box touches; their cells are numbered tile by tile, row by row. */
export interface TileBox {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columns: number;
  readonly rows: number;
}

/** The tiles that a box of degrees touches, or passes within a hair's breadth. */
export function tilesOfBox({ west, south, east, north }: Box, lattice: Lattice): TileBox {
  const reachLng = lattice.cellWidth * REACH;
  const reachLat = lattice.cellHeight * REACH;
  const firstColumn = columnOf(lattice, west - reachLng) >> 4;
  const firstRow = rowOf(lattice, south - reachLat) >> 4;
  return {
    firstColumn,
    firstRow,
    columns: (columnOf(lattice, east + reachLng) >> 4) - firstColumn + 1,
    rows: (rowOf(lattice, north + reachLat) >> 4) - firstRow + 1,
  };
}

/** Cells take in what passes them this near, in cells: far above what arithmetic may be wrong by. */
export const REACH = 1e-6;

/** Number of tiles in the box. */
export const tilesIn = ({ columns, rows }: TileBox): number => columns * rows;

/** Whether the box has tiles in a row of the lattice's. */
export const hasRow = ({ firstRow, rows }: TileBox, row: number): boolean =>
  row >= firstRow && row < firstRow + rows;

/** Number of a lattice's tile among those of the box, -1 for one outside it. */
export function tileInBox(box: TileBox, tileColumn: number, tileRow: number): number {
  const column = tileColumn - box.firstColumn;
  const row = tileRow - box.firstRow;
  const isIn = column >= 0 && column < box.columns && row >= 0 && row < box.rows;
  return isIn ? row * box.columns + column : -1;
}

/** Number of a lattice's cell among those of the box. */
export const cellInBox = (box: TileBox, column: number, row: number): number =>
  (((row >> 4) - box.firstRow) * box.columns + (column >> 4) - box.firstColumn) * TILE_CELLS +
  (((row & 15) << 4) | (column & 15));

/** Lattice column of a cell of the box. */
export const columnInBox = (box: TileBox, cell: number): number =>
  (box.firstColumn + (Math.floor(cell / TILE_CELLS) % box.columns)) * TILE_SIDE + (cell & 15);

/** Lattice row of a cell of the box. */
export const rowInBox = (box: TileBox, cell: number): number =>
  (box.firstRow + Math.floor(cell / (TILE_CELLS * box.columns))) * TILE_SIDE + ((cell >> 4) & 15);
