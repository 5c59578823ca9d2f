import { isCovered } from '@tongyun/geo';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { CITY_ROADS } from './city-roads.js';
import { MOTORWAYS } from './motorways.js';
import type { Road } from './road.js';
import { smoothLine } from './smooth.js';
import { RIVER } from './water.js';

const ROADS = [...MOTORWAYS, ...CITY_ROADS];

const road = ({ name, kind, points }: Road): Feature => ({
  type: 'Feature',
  properties: { name, kind },
  geometry: { type: 'LineString', coordinates: smoothLine(points) },
});

/** Ring expressway, motorways, elevated and main roads, WGS-84. */
export const ROAD_LINES: FeatureCollection = {
  type: 'FeatureCollection',
  features: ROADS.map(road),
};

/** The stretches of a road that lie on the river, a step of land at either end. */
function stretchesOverRiver(line: readonly Position[]): Position[][] {
  const isWet = line.map(([lng = 0, lat = 0]) => isCovered({ lng, lat }, RIVER));
  const isNear = isWet.map((wet, index) => wet || isWet[index - 1] || isWet[index + 1]);
  const stretches: Position[][] = [];
  line.forEach((point, index) => {
    if (!isNear[index]) return;
    if (isNear[index - 1]) stretches.at(-1)?.push(point);
    else stretches.push([point]);
  });
  return stretches.filter((stretch) => stretch.length > 1);
}

/** Bridges: wherever a road crosses the river. */
export const BRIDGE_LINES: FeatureCollection = {
  type: 'FeatureCollection',
  features: ROADS.filter(({ name }) => name !== '之江路')
    .flatMap(({ points }) => stretchesOverRiver(smoothLine(points)))
    .map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
    })),
};
