import type { Feature, FeatureCollection, Geometry, GeoJsonProperties } from 'geojson';

export const feature = (geometry: Geometry, properties: GeoJsonProperties = {}): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

export const pointAt = (
  { lng, lat }: { readonly lng: number; readonly lat: number },
  properties: GeoJsonProperties = {},
): Feature => feature({ type: 'Point', coordinates: [lng, lat] }, properties);

export const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

export const NOTHING: FeatureCollection = collection([]);
