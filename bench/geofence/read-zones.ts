import { readFileSync } from 'node:fs';
import type { Area, IndexedZone } from '@tongyun/geo';
import { z } from 'zod';

const ring = z.array(z.array(z.number()).min(2));
const collection = z.object({
  features: z.array(
    z.object({
      properties: z.object({ id: z.union([z.string(), z.number()]) }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
});

export interface GivenZones {
  readonly zones: readonly IndexedZone[];
  /** Each zone's id as the file spells it, number or text, by its place. */
  readonly ids: readonly (string | number)[];
}

/** Reads the zones of a GeoJSON FeatureCollection, in the file's order; refuses what is none. */
export function readZones(file: string): GivenZones {
  const { features } = collection.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    ids: features.map(({ properties }) => properties.id),
    // A zone goes by its place: two features of one id stay two zones.
    zones: features.map(({ geometry }, place) => ({ id: String(place), area: geometry as Area })),
  };
}
