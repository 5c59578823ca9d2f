import { distanceToPathM, type Wgs84 } from '@tongyun/geo';

/** A zone with the roads at its border that are not in it (不含). */
export interface ZoneWithRoads {
  readonly name: string;
  readonly exemptRoads: readonly {
    readonly name: string;
    readonly path: readonly (readonly [number, number])[];
    readonly halfWidthM: number;
  }[];
}

export interface RoadLeftOut {
  readonly zoneName: string;
  readonly roadName: string;
}

/**
 * Names the roads left out of zones that a vehicle may be on: those whose strip the position's error
 * reaches. On such a road the zone does not bind, so an officer at the border has to know of it.
 *
 * @param accuracyM error of the position, metres
 */
export const findRoadsLeftOut = (
  position: Wgs84,
  accuracyM: number,
  zones: readonly ZoneWithRoads[],
): RoadLeftOut[] =>
  zones.flatMap(({ name: zoneName, exemptRoads }) =>
    exemptRoads
      .filter(({ path, halfWidthM }) => distanceToPathM(position, path) <= halfWidthM + accuracyM)
      .map(({ name: roadName }) => ({ zoneName, roadName })),
  );
