import { LATTICE_SIDE, TILE_CELLS } from './lattice.js';
import { BORDER, BORDER_SIZE, INSIDE, OUTSIDE, type Raster } from './raster.js';
import { tileInBox } from './tile-box.js';
import { NO_ZONES, type ZoneSets } from './zone-sets.js';

/** Numbers of a border cell before its entries: the set that covers it whole, how many entries. */
export const HEAD_SIZE = 2;
/** Numbers of an entry: the zone, its raster and flags, the raster's edges from and to. */
export const ENTRY_SIZE = 4;
/** Where in an entry's second number flags end and the raster's number begins. */
export const FLAG_BITS = 2;

/** A row of tiles, with every answer that can be known beforehand. */
export interface Band {
  /** For each tile the set that covers it whole; -1 where its cells differ. */
  readonly sets: Int32Array;
  /**
   * For each tile, for each of its cells its set where that is the answer, else the complement of
   * where in the tile its borders are described: a head, and an entry for each polygon. Empty where
   * one set covers the tile. Indexes share the tiles that are the same.
   */
  readonly cells: readonly Int32Array[];
  /** For each tile the numbers of the rasters that touch it, in the zones' order. */
  readonly rasters: readonly (readonly number[])[];
}

/**
 * Puts a row of tiles together from the rasters that touch each.
 *
 * @param before the row as it was: its tiles are taken over where `touching` is the same list
 */
export function recomposeBand(
  before: Band | null,
  row: number,
  touching: readonly (readonly number[])[],
  rasters: readonly (Raster | null)[],
  sets: ZoneSets,
): Band {
  const ofTiles = new Int32Array(LATTICE_SIDE);
  const cells = touching.map((numbers, column) => {
    if (numbers === before?.rasters[column]) {
      ofTiles[column] = before.sets[column]!;
      return before.cells[column]!;
    }
    const size = sizeOfTile(column, row, numbers, rasters);
    const tile = size === 0 ? NO_CELLS : new Int32Array(size);
    ofTiles[column] = composeTile(tile, column, row, numbers, rasters, sets);
    return tile;
  });
  return { sets: ofTiles, cells, rasters: touching };
}

const NO_CELLS = new Int32Array(0);
const counts = new Uint16Array(TILE_CELLS);

/** Counts the polygons with a border in each cell of a tile into `counts`. */
function countBorders(
  column: number,
  row: number,
  touching: readonly number[],
  rasters: readonly (Raster | null)[],
): void {
  counts.fill(0);
  for (const number of touching) {
    const { borders, borderStarts, tileBox } = rasters[number]!;
    const tile = tileInBox(tileBox, column, row);
    const end = borderStarts[tile + 1]!;
    for (let at = borderStarts[tile]!; at < end; at += BORDER_SIZE) counts[borders[at]!]! += 1;
  }
}

function sizeOfTile(
  column: number,
  row: number,
  touching: readonly number[],
  rasters: readonly (Raster | null)[],
): number {
  countBorders(column, row, touching, rasters);
  let size = 0;
  for (let place = 0; place < TILE_CELLS; place += 1) {
    if (counts[place]! > 0) size += HEAD_SIZE + ENTRY_SIZE * counts[place]!;
  }
  return size === 0 ? 0 : TILE_CELLS + size;
}

/** Fills a tile's cells. @returns the set that covers all of it, or -1 */
function composeTile(
  cells: Int32Array,
  column: number,
  row: number,
  touching: readonly number[],
  rasters: readonly (Raster | null)[],
  sets: ZoneSets,
): number {
  let everywhere = NO_ZONES;
  for (const number of touching) {
    const { zone, tileBox, tiles } = rasters[number]!;
    if (tiles[tileInBox(tileBox, column, row)] === INSIDE) everywhere = sets.with(everywhere, zone);
  }
  if (cells.length === 0) return everywhere;

  cells.fill(everywhere, 0, TILE_CELLS);
  for (const number of touching) {
    const raster = rasters[number]!;
    const tile = tileInBox(raster.tileBox, column, row);
    if (raster.tiles[tile] === BORDER) coverCells(raster, tile * TILE_CELLS, cells, sets);
  }
  countBorders(column, row, touching, rasters);
  placeHeads(cells);
  for (const number of touching) {
    const raster = rasters[number]!;
    addEntries(raster, number, tileInBox(raster.tileBox, column, row), cells);
  }
  return -1;
}

/** Adds a raster's zone to the cells it covers whole. */
function coverCells(
  { zone, cells }: Raster,
  first: number,
  sums: Int32Array,
  sets: ZoneSets,
): void {
  let before = -1;
  let after = -1;
  for (let place = 0; place < TILE_CELLS; place += 1) {
    if (cells[first + place] !== INSIDE) continue;
    const set = sums[place]!;
    if (set !== before) {
      before = set;
      after = sets.with(set, zone);
    }
    sums[place] = after;
  }
}

function placeHeads(cells: Int32Array): void {
  let end = TILE_CELLS;
  for (let place = 0; place < TILE_CELLS; place += 1) {
    if (counts[place] === 0) continue;
    cells[end] = cells[place]!;
    cells[end + 1] = 0;
    cells[place] = ~end;
    end += HEAD_SIZE + ENTRY_SIZE * counts[place]!;
  }
}

function addEntries(raster: Raster, number: number, tile: number, cells: Int32Array): void {
  const { zone, borders, borderStarts } = raster;
  const end = borderStarts[tile + 1]!;
  for (let at = borderStarts[tile]!; at < end; at += BORDER_SIZE) {
    const head = ~cells[borders[at]!]!;
    const entry = head + HEAD_SIZE + ENTRY_SIZE * cells[head + 1]!;
    cells[head + 1]! += 1;
    cells[entry] = zone;
    cells[entry + 1] = (number << FLAG_BITS) | borders[at + 1]!;
    cells[entry + 2] = borders[at + 2]!;
    cells[entry + 3] = borders[at + 3]!;
  }
}

/** Which rasters touch each tile of the lattice, as bands hold them. */
export function touchingRasters(rasters: readonly Raster[]): number[][] {
  const touching = Array.from({ length: LATTICE_SIDE * LATTICE_SIDE }, (): number[] => []);
  for (const [number, { tileBox, tiles }] of rasters.entries()) {
    for (let tile = 0; tile < tiles.length; tile += 1) {
      if (tiles[tile] === OUTSIDE) continue;
      const row = tileBox.firstRow + Math.floor(tile / tileBox.columns);
      const column = tileBox.firstColumn + (tile % tileBox.columns);
      touching[row * LATTICE_SIDE + column]!.push(number);
    }
  }
  return touching;
}

/** Whether a raster has anything in a tile of the lattice. */
export function isTouching({ tileBox, tiles }: Raster, column: number, row: number): boolean {
  const tile = tileInBox(tileBox, column, row);
  return tile !== -1 && tiles[tile] !== OUTSIDE;
}
