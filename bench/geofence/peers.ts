import type { Area, IndexedZone } from '@tongyun/geo';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';

/** Answers the ids of the zones that hold a point, in the zones' order. */
export type Judge = (lng: number, lat: number) => readonly string[];

/** The polygons of an area, each as its rings. */
export const polygonsOf = (area: Area) =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates;

/** What a good engineer would pick: a packed R-tree of boxes, and an exact test of those hit. */
export function flatbushAndHao(zones: readonly IndexedZone[]): Judge {
  const polygons = zones.flatMap(({ id, area }, zone) =>
    polygonsOf(area).map((rings) => ({ id, zone, rings })),
  );
  const tree = new Flatbush(polygons.length);
  for (const { rings } of polygons) {
    const lngs = rings[0]!.map(([lng]) => lng!);
    const lats = rings[0]!.map(([, lat]) => lat!);
    tree.add(Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats));
  }
  tree.finish();
  return (lng, lat) => {
    const point = [lng, lat];
    const found: string[] = [];
    let last = -1;
    for (const hit of tree.search(lng, lat, lng, lat).toSorted((one, other) => one - other)) {
      const { id, zone, rings } = polygons[hit]!;
      // The answer is 0 on a border, and a border is inside.
      if (zone === last || pointInPolygon(point, rings) === false) continue;
      last = zone;
      found.push(id);
    }
    return found;
  };
}

/** Turf's question asked of one zone after the other. */
export function turfLoop(zones: readonly IndexedZone[]): Judge {
  const features = zones.map(
    ({ id, area }): { id: string; feature: Feature<Polygon | MultiPolygon> } => ({
      id,
      feature: { type: 'Feature', properties: {}, geometry: area },
    }),
  );
  return (lng, lat) => {
    const point = [lng, lat];
    const found: string[] = [];
    for (const { id, feature } of features) {
      if (booleanPointInPolygon(point, feature)) found.push(id);
    }
    return found;
  };
}
