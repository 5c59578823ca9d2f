import { type Area, isCovered, spansAlong, type Wgs84 } from '@tongyun/geo';

/** A zone on a way, as shares of the time that the way takes: 0 at its beginning, 1 at its end. */
export interface WayCrossing {
  readonly zoneId: string;
  readonly from: number;
  readonly to: number;
}

interface DrawnZone {
  readonly fact: { readonly zoneId: string };
  readonly area: Area;
}

interface PacedWay {
  readonly path: readonly (readonly [lng: number, lat: number])[];
  readonly passedAt: readonly number[];
}

/** Where a way by road lies in zones; one that it only touches is not on it. */
export const findCrossings = (
  { path, passedAt }: PacedWay,
  zones: readonly DrawnZone[],
): WayCrossing[] =>
  zones.flatMap(({ fact, area }) =>
    spansAlong(path, passedAt, area).map((span) => ({ zoneId: fact.zoneId, ...span })),
  );

/**
 * Where a way of which only the ends are known lies in zones: in those that hold an end, as far as the straight line
 * stays in them. Of a zone that holds neither the line proves nothing: there may be a road round it.
 */
export function guessCrossings(from: Wgs84, to: Wgs84, zones: readonly DrawnZone[]): WayCrossing[] {
  const line: PacedWay = {
    path: [
      [from.lng, from.lat],
      [to.lng, to.lat],
    ],
    passedAt: [0, 1],
  };
  const atEnds = zones.filter(({ area }) => isCovered(from, area) || isCovered(to, area));
  return findCrossings(line, atEnds).filter((part) => part.from === 0 || part.to === 1);
}
