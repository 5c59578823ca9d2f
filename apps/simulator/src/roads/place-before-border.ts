import { type Area, distanceM, isCovered, type Wgs84 } from '@tongyun/geo';
import { Journey } from './journey.js';
import { findPath, type RoadGraph } from './road-graph.js';

const STEP_SEC = 2;

/**
 * Where whoever drives from `from` into an area is `awayM` before its border, as the crow flies.
 *
 * @returns `from` itself where it is nearer to the border than that, in the area, or the way never enters it
 */
export function placeBeforeBorder(
  roads: RoadGraph,
  from: Wgs84,
  to: Wgs84,
  area: Area,
  awayM: number,
): Wgs84 {
  const journey = new Journey(from, findPath(roads, from, to), 1);
  const passed = [from];
  while (!isCovered(journey.at, area) && !journey.hasArrived) {
    journey.advance(STEP_SEC);
    passed.push(journey.at);
  }
  if (!isCovered(journey.at, area)) return from;
  return passed.findLast((place) => distanceM(place, journey.at) >= awayM) ?? from;
}
