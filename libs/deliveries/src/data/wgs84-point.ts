import { type Wgs84, wgs84 } from '@tongyun/geo';
import type { Point } from 'geojson';
import type { ValueTransformer } from 'typeorm';

/** Reads a `geography(Point, 4326)` column as a position, and writes it back. */
export const wgs84Point: ValueTransformer = {
  from: ({ coordinates }: Point): Wgs84 => wgs84(coordinates[0]!, coordinates[1]!),
  to: ({ lng, lat }: Wgs84): Point => ({ type: 'Point', coordinates: [lng, lat] }),
};
