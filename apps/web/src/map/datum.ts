import { gcj02, gcj02ToWgs84, wgs84, type Wgs84, wgs84ToGcj02 } from '@tongyun/geo';
import type { FeatureCollection, Geometry, Position } from 'geojson';

/** What a base map is drawn on. The sketch, OpenStreetMap and 天地图 are `wgs84`. */
export type BaseDatum = 'wgs84' | 'gcj02';

/** Key in a style's `metadata` by which a shifted base map says so. */
export const DATUM_METADATA = 'tongyun:crs';

/** Which datum a style states; a style that says nothing is WGS-84. */
export function datumOfStyle(metadata: unknown): BaseDatum {
  const isShifted =
    typeof metadata === 'object' &&
    metadata !== null &&
    DATUM_METADATA in metadata &&
    metadata[DATUM_METADATA] === 'gcj02';
  return isShifted ? 'gcj02' : 'wgs84';
}

/** Where a position of ours is drawn on the base map, `[lng, lat]`. */
export function toBase(
  { lng, lat }: { lng: number; lat: number },
  datum: BaseDatum,
): [number, number] {
  if (datum === 'wgs84') return [lng, lat];
  const shifted = wgs84ToGcj02(wgs84(lng, lat));
  return [shifted.lng, shifted.lat];
}

/** The true position of a point on the base map. */
export const fromBase = ({ lng, lat }: { lng: number; lat: number }, datum: BaseDatum): Wgs84 =>
  datum === 'wgs84' ? wgs84(lng, lat) : gcj02ToWgs84(gcj02(lng, lat));

/** Features as the base map needs them; the same object when nothing is shifted. */
export function featuresToBase(features: FeatureCollection, datum: BaseDatum): FeatureCollection {
  if (datum === 'wgs84') return features;
  return {
    ...features,
    features: features.features.map((feature) => ({
      ...feature,
      geometry: shiftGeometry(feature.geometry),
    })),
  };
}

const shiftPosition = ([lng = 0, lat = 0]: Position): Position => toBase({ lng, lat }, 'gcj02');

function shiftGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: shiftPosition(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(shiftPosition) };
    case 'MultiLineString':
    case 'Polygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((line) => line.map(shiftPosition)),
      };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((rings) =>
          rings.map((ring) => ring.map(shiftPosition)),
        ),
      };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(shiftGeometry) };
  }
}
