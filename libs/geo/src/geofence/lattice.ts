import type { Box } from '../box.js';

/** Cells on a side of a tile; a power of two. */
export const TILE_SIDE = 16;
/** Tiles on a side of the lattice: with 1,024 cells a side a city's cell is about 250 m wide. */
export const LATTICE_SIDE = 64;
export const TILE_CELLS = TILE_SIDE * TILE_SIDE;

const CELLS = TILE_SIDE * LATTICE_SIDE;
const LEAST_SIDE_DEG = 1e-6;
/** Uneven margins, so that no middle of a cell lies on the round coordinates that people draw with. */
const MARGIN = { west: 0.001_37, south: 0.001_93, total: 0.003_71 };

/**
 * A division of the plane into cells, in tiles of `TILE_SIDE` × `TILE_SIDE`.
 *
 * The outermost cells reach on without end, so every point has its cell and every cell is convex.
 */
export interface Lattice {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly cellsPerLng: number;
  readonly cellsPerLat: number;
}

/** A lattice whose cells divide a box evenly. */
export function latticeOver({ west, south, east, north }: Box): Lattice {
  const width = Math.max(east - west, LEAST_SIDE_DEG);
  const height = Math.max(north - south, LEAST_SIDE_DEG);
  const cellWidth = (width * (1 + MARGIN.total)) / CELLS;
  const cellHeight = (height * (1 + MARGIN.total)) / CELLS;
  const from = {
    west: (Number.isFinite(west) ? west : 0) - width * MARGIN.west,
    south: (Number.isFinite(south) ? south : 0) - height * MARGIN.south,
  };
  return {
    ...from,
    east: from.west + cellWidth * CELLS,
    north: from.south + cellHeight * CELLS,
    cellWidth,
    cellHeight,
    cellsPerLng: 1 / cellWidth,
    cellsPerLat: 1 / cellHeight,
  };
}

/** Whether a point lies where cells have their full size; false for what is no number. */
export const isOnLattice = ({ west, south, east, north }: Lattice, lng: number, lat: number) =>
  lng > west && lng < east && lat > south && lat < north;

/** The column of a longitude, [0, 1024); monotone, so that no edge misses a cell between its ends. */
export const columnOf = ({ west, cellsPerLng }: Lattice, lng: number): number =>
  clamped((lng - west) * cellsPerLng);

/** The row of a latitude, [0, 1024), counted northwards; monotone. */
export const rowOf = ({ south, cellsPerLat }: Lattice, lat: number): number =>
  clamped((lat - south) * cellsPerLat);

const clamped = (step: number): number => (step > 0 ? (step < CELLS ? step | 0 : CELLS - 1) : 0);

/** Longitude of the middle of a column; of the outermost ones, of the part inside the lattice. */
export const middleLngOf = ({ west, cellWidth }: Lattice, column: number): number =>
  west + (column + 0.5) * cellWidth;

/** Latitude of the middle of a row. */
export const middleLatOf = ({ south, cellHeight }: Lattice, row: number): number =>
  south + (row + 0.5) * cellHeight;

/** Southern and northern bound of a row; the outermost rows have none on their far side. */
export const boundsOfRow = ({ south, cellHeight }: Lattice, row: number) => ({
  south: row === 0 ? -Infinity : south + row * cellHeight,
  north: row === CELLS - 1 ? Infinity : south + (row + 1) * cellHeight,
});

/** Number of a cell in its tile. */
export const placeInTile = (column: number, row: number): number =>
  ((row & 15) << 4) | (column & 15);
