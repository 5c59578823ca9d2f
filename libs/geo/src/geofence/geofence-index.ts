import { type Area, isInPolygon, polygonsOf } from '../area.js';
import { distanceToBorderM } from '../border-distance.js';
import { areMeeting, boxAlong, boxOf, hasPoint, isBoxNear, unionOf } from '../box.js';
import { isCut, type LngLat } from '../segment-spans.js';
import { type Band, isTouching, recomposeBand, touchingRasters } from './band.js';
import { findSetInCell } from './border-cell.js';
import {
  columnOf,
  isOnLattice,
  type Lattice,
  LATTICE_SIDE,
  latticeOver,
  middleLatOf,
  middleLngOf,
  placeInTile,
  rowOf,
} from './lattice.js';
import { drawPolygon, type Raster } from './raster.js';
import { hasRow } from './tile-box.js';
import { NO_ZONES, ZoneSets } from './zone-sets.js';

export interface IndexedZone {
  readonly id: string;
  readonly area: Area;
}

/**
 * Answers which zones hold a point.
 *
 * An index never changes; `with` and `without` give another one that shares what is the same, so
 * that whoever holds it swaps it in one assignment and no question ever meets half a change.
 */
export interface GeofenceIndex {
  /**
   * Ids of the zones that cover the WGS-84 point, border inside, in the order they were given; a
   * shared, frozen list.
   */
  zonesAt(lng: number, lat: number): readonly string[];
  /**
   * Ids of the zones that have a border within `withinM` metres of the WGS-84 point, whether the
   * point lies in or outside of them: the ones whose side a fix of that accuracy cannot tell.
   */
  zonesNear(lng: number, lat: number, withinM: number): string[];
  /**
   * Ids of the zones that the straight way between two WGS-84 points touches, in the order they were
   * given: also those that it cuts with neither end inside. May be a shared, frozen list.
   */
  zonesAlong(from: LngLat, to: LngLat): readonly string[];
  /** The index in which a zone has this area, in its old place; a new zone comes last. */
  with(zone: IndexedZone): GeofenceIndex;
  /** The index in which there is no such zone. */
  without(zoneId: string): GeofenceIndex;
}

/**
 * Builds the index: a lattice of about a million cells over all zones, where each cell knows the
 * zones that cover it whole, and only those with a border in the cell are tested. The answer is that
 * of PostGIS's planar `ST_Covers(geometry, geometry)`, as `isCovered` gives it.
 */
export function buildGeofenceIndex(zones: readonly IndexedZone[]): GeofenceIndex {
  const lattice = latticeOver(
    unionOf(zones.flatMap(({ area }) => polygonsOf(area).map((rings) => boxOf(rings[0] ?? [])))),
  );
  const rasters = zones.flatMap(({ area }, zone) => drawArea(zone, area, lattice));
  const touching = touchingRasters(rasters);
  const sets = new ZoneSets(zones.map(({ id }) => id));
  const bands = Array.from({ length: LATTICE_SIDE }, (_, row) =>
    recomposeBand(null, row, ofRow(touching, row), rasters, sets),
  );
  return new CellIndex({ lattice, zones, rasters, bands, sets });
}

const drawArea = (zone: number, area: Area, lattice: Lattice): Raster[] =>
  polygonsOf(area).map((rings) => drawPolygon(zone, rings, lattice));

const ofRow = <Item>(tiles: readonly Item[], row: number): Item[] =>
  tiles.slice(row * LATTICE_SIDE, (row + 1) * LATTICE_SIDE);

interface Contents {
  readonly lattice: Lattice;
  /** A zone in its place in the order; the place of a removed zone stays empty. */
  readonly zones: readonly (IndexedZone | null)[];
  /** By number; the numbers of rasters that were replaced stay empty. */
  readonly rasters: readonly (Raster | null)[];
  readonly bands: readonly Band[];
  readonly sets: ZoneSets;
}

class CellIndex implements GeofenceIndex {
  private readonly lattice: Lattice;
  private readonly zones: readonly (IndexedZone | null)[];
  private readonly rasters: readonly (Raster | null)[];
  private readonly bands: readonly Band[];
  private readonly sets: ZoneSets;

  constructor({ lattice, zones, rasters, bands, sets }: Contents) {
    this.lattice = lattice;
    this.zones = zones;
    this.rasters = rasters;
    this.bands = bands;
    this.sets = sets;
  }

  zonesAt(lng: number, lat: number): readonly string[] {
    const { lattice, sets } = this;
    if (!isOnLattice(lattice, lng, lat)) return this.zonesBeyond(lng, lat);
    const column = columnOf(lattice, lng);
    const row = rowOf(lattice, lat);
    const band = this.bands[row >> 4]!;
    const ofTile = band.sets[column >> 4]!;
    if (ofTile >= 0) return sets.ids[ofTile]!;
    const cells = band.cells[column >> 4]!;
    const ofCell = cells[placeInTile(column, row)]!;
    if (ofCell >= 0) return sets.ids[ofCell]!;
    const midLng = middleLngOf(lattice, column);
    const midLat = middleLatOf(lattice, row);
    const place = { lng, lat, midLng, midLat };
    return sets.ids[findSetInCell(cells, ~ofCell, place, this.rasters, sets)]!;
  }

  /** A zone that was drawn after the lattice may reach beyond it, where cells have no middle. */
  private zonesBeyond(lng: number, lat: number): readonly string[] {
    let set = NO_ZONES;
    for (const raster of this.rasters) {
      if (raster === null || !hasPoint(raster.box, lng, lat)) continue;
      if (isInPolygon(lng, lat, raster.rings)) set = this.sets.with(set, raster.zone);
    }
    return this.sets.ids[set]!;
  }

  zonesNear(lng: number, lat: number, withinM: number): string[] {
    const near = new Set<number>();
    for (const raster of this.rasters) {
      if (raster !== null && isBoxNear(raster.box, lng, lat, withinM)) near.add(raster.zone);
    }
    return [...near]
      .toSorted((one, other) => one - other)
      .map((zone) => this.zones[zone]!)
      .filter(({ area }) => distanceToBorderM({ lng, lat }, area) <= withinM)
      .map(({ id }) => id);
  }

  zonesAlong(from: LngLat, to: LngLat): readonly string[] {
    const whole = this.zonesAroundBoth(from, to);
    if (whole !== null) return whole;
    const way = boxAlong(from, to);
    const touched = new Set<number>();
    for (const raster of this.rasters) {
      if (raster !== null && areMeeting(raster.box, way)) touched.add(raster.zone);
    }
    if (touched.size === 0) return [];
    return [...touched]
      .toSorted((one, other) => one - other)
      .map((zone) => this.zones[zone]!)
      .filter(({ area }) => isCut(from, to, area))
      .map(({ id }) => id);
  }

  /**
   * The zones of a tile or cell that both places lie in, where it has no border: cells are convex, so
   * the way between the places meets none. Null: it may.
   */
  private zonesAroundBoth(from: LngLat, to: LngLat): readonly string[] | null {
    const { lattice, sets } = this;
    if (!isOnLattice(lattice, from.lng, from.lat) || !isOnLattice(lattice, to.lng, to.lat)) {
      return null;
    }
    const column = columnOf(lattice, from.lng);
    const row = rowOf(lattice, from.lat);
    const toColumn = columnOf(lattice, to.lng);
    const toRow = rowOf(lattice, to.lat);
    if (row >> 4 !== toRow >> 4 || column >> 4 !== toColumn >> 4) return null;
    const band = this.bands[row >> 4]!;
    const ofTile = band.sets[column >> 4]!;
    if (ofTile >= 0) return sets.ids[ofTile]!;
    if (row !== toRow || column !== toColumn) return null;
    const ofCell = band.cells[column >> 4]![placeInTile(column, row)]!;
    return ofCell >= 0 ? sets.ids[ofCell]! : null;
  }

  with(zone: IndexedZone): GeofenceIndex {
    const known = this.zones.findIndex((placed) => placed?.id === zone.id);
    return this.changed(known === -1 ? this.sets.add(zone.id) : known, zone);
  }

  without(zoneId: string): GeofenceIndex {
    const place = this.zones.findIndex((placed) => placed?.id === zoneId);
    return place === -1 ? this : this.changed(place, null);
  }

  /** Composes the tiles again that the zone in a place was in or is in now. */
  private changed(place: number, zone: IndexedZone | null): GeofenceIndex {
    const drawn = zone === null ? [] : drawArea(place, zone.area, this.lattice);
    const kept = this.rasters.map((raster) => (raster?.zone === place ? null : raster));
    const rasters = [...kept, ...drawn];
    const gone = this.rasters.filter((raster) => raster?.zone === place);
    const boxes = [...gone, ...drawn].map((raster) => raster!.tileBox);
    const numbers = drawn.map((_, nth) => kept.length + nth);
    const bands = this.bands.map((band, row) => {
      if (!boxes.some((box) => hasRow(box, row))) return band;
      const touching = band.rasters.map((before, column) => {
        const added = numbers.filter((number) => isTouching(rasters[number]!, column, row));
        return touchingNow(before, added, place, rasters);
      });
      return recomposeBand(band, row, touching, rasters, this.sets);
    });
    const zones = Array.from({ length: Math.max(this.zones.length, place + 1) }, (_, nth) =>
      nth === place ? zone : (this.zones[nth] ?? null),
    );
    return new CellIndex({ lattice: this.lattice, zones, rasters, bands, sets: this.sets });
  }
}

/** The rasters that touch a tile now, those of a zone in its place; the same list if no change. */
function touchingNow(
  before: readonly number[],
  added: readonly number[],
  place: number,
  rasters: readonly (Raster | null)[],
): readonly number[] {
  const kept = before.filter((number) => rasters[number] !== null);
  if (added.length === 0 && kept.length === before.length) return before;
  const isBefore = (number: number) => rasters[number]!.zone < place;
  return [...kept.filter(isBefore), ...added, ...kept.filter((number) => !isBefore(number))];
}
