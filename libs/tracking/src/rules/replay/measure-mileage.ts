import { distanceM, wgs84 } from '@tongyun/geo';
import { operatingDayOf } from '@tongyun/kernel';
import type { TimedPoint } from '../inputs.js';
import { isReachable } from '../is-reachable.js';

/** A way between two points of a track. */
interface Leg {
  readonly fromMs: number;
  readonly toMs: number;
  readonly wayM: number;
  /** Nothing was heard on it for long: the straight line stands for a way that nobody knows. */
  readonly isGap: boolean;
}

/** A trip's time; `toMs` is null while it goes on. */
export interface TripSpan {
  readonly tripId: string;
  readonly fromMs: number;
  readonly toMs: number | null;
}

export interface MileageRules {
  /** Policy `fix.max_speed_kph`: what is faster is a jump and no way. */
  readonly maxSpeedKph: number;
  /** Local hour at which an operating day begins. */
  readonly dayStartHour: number;
  readonly timeZone: string;
}

/** How far a vehicle went, metres along its fixes. */
export interface Mileage {
  readonly totalM: number;
  /** Of the total: straight lines over silences, in which it may have gone further. */
  readonly overGapsM: number;
  /** By operating day `YYYY-MM-DD` on which each part of the way ended. */
  readonly byDay: ReadonlyMap<string, number>;
  readonly byTrip: ReadonlyMap<string, number>;
}

/** Less is wander of the receiver: the way goes on from the last point beyond it. */
const WANDER_M = 30;
const GAP_MS = 600_000;
/** Every zone's clock differs from UTC by whole quarters of an hour. */
const QUARTER_MS = 900_000;

/**
 * Measures a track, with its jumps left out: a point that no truck could have reached is passed
 * over, unless the next one confirms it; then the way goes on from there and the jump is none.
 *
 * @param points in order of time, WGS-84
 * @param trips a leg counts to a trip when it lies within its time
 */
export function measureMileage(
  points: readonly TimedPoint[],
  trips: readonly TripSpan[],
  { maxSpeedKph, dayStartHour, timeZone }: MileageRules,
): Mileage {
  const dayOf = dayInQuarters((at) => operatingDayOf(at, dayStartHour, timeZone));
  const byDay = new Map<string, number>();
  const byTrip = new Map<string, number>(trips.map(({ tripId }) => [tripId, 0]));
  let [totalM, overGapsM] = [0, 0];
  for (const { fromMs, toMs, wayM, isGap } of legsOf(points, maxSpeedKph)) {
    totalM += wayM;
    if (isGap) overGapsM += wayM;
    add(byDay, dayOf(toMs), wayM);
    for (const trip of trips) {
      const isWithin = fromMs >= trip.fromMs && (trip.toMs === null || toMs <= trip.toMs);
      if (isWithin) add(byTrip, trip.tripId, wayM);
    }
  }
  return { totalM, overGapsM, byDay, byTrip };
}

function* legsOf(points: readonly TimedPoint[], maxSpeedKph: number): Generator<Leg> {
  let [anchor, last, jump]: (TimedPoint | undefined)[] = [];
  for (const point of points) {
    const isBelieved = last === undefined || isReachable(last, point, maxSpeedKph);
    const isConfirmed = !isBelieved && jump !== undefined && isReachable(jump, point, maxSpeedKph);
    if (!isBelieved && !isConfirmed) {
      jump = point;
      continue;
    }
    if (isConfirmed) anchor = last = jump;
    jump = undefined;
    if (anchor === undefined || last === undefined) {
      anchor = last = point;
      continue;
    }
    const wayM = distanceM(wgs84(anchor.lng, anchor.lat), wgs84(point.lng, point.lat));
    const isGap = point.atMs - last.atMs > GAP_MS;
    if (wayM > WANDER_M) {
      yield { fromMs: last.atMs, toMs: point.atMs, wayM, isGap };
      anchor = point;
    }
    last = point;
  }
}

/** Remembers the day of the quarter of an hour that was asked last: tracks ask in order. */
function dayInQuarters(dayOf: (at: Date) => string): (atMs: number) => string {
  let known: { quarter: number; day: string } | undefined;
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_MS);
    if (known?.quarter !== quarter) known = { quarter, day: dayOf(new Date(atMs)) };
    return known.day;
  };
}

const add = (sums: Map<string, number>, key: string, wayM: number) =>
  sums.set(key, (sums.get(key) ?? 0) + wayM);
