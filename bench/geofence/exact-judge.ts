import type { IndexedZone } from '@tongyun/geo';
import { orient2d } from 'robust-predicates';
import { type Judge, polygonsOf } from './peers.js';

type Ring = readonly (readonly number[])[];

/**
 * The answer by other means than the engine's: winding numbers with exact orientation, every zone
 * asked whose latitudes the point lies between.
 */
export function exactJudge(zones: readonly IndexedZone[]): Judge {
  const known = zones.map(({ id, area }) => {
    const polygons = polygonsOf(area);
    const lats = polygons.flatMap((rings) => (rings[0] ?? []).map(([, lat]) => lat!));
    return { id, polygons, south: least(lats), north: -least(lats.map((lat) => -lat)) };
  });
  return (lng, lat) =>
    known
      .filter(({ south, north }) => lat >= south && lat <= north)
      .filter(({ polygons }) => polygons.some((rings) => isCovered(lng, lat, rings)))
      .map(({ id }) => id);
}

const least = (values: readonly number[]): number =>
  values.reduce((one, other) => Math.min(one, other), Infinity);

function isCovered(lng: number, lat: number, [outer = [], ...holes]: readonly Ring[]): boolean {
  const winding = windingOf(lng, lat, outer);
  if (winding === 'border') return true;
  return winding !== 0 && holes.every((hole) => [0, 'border'].includes(windingOf(lng, lat, hole)));
}

function windingOf(lng: number, lat: number, ring: Ring): number | 'border' {
  let turns = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax = NaN, ay = NaN] = ring[at - 1]!;
    const [bx = NaN, by = NaN] = ring[at]!;
    if (lat < Math.min(ay, by) || lat > Math.max(ay, by)) continue;
    const side = -orient2d(ax, ay, bx, by, lng, lat); // theirs counts with the y axis downwards
    if (side === 0 && lng >= Math.min(ax, bx) && lng <= Math.max(ax, bx)) return 'border';
    if (ay <= lat && lat < by && side > 0) turns += 1;
    if (by <= lat && lat < ay && side < 0) turns -= 1;
  }
  return turns;
}
