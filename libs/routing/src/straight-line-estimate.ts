import { distanceM, type Wgs84 } from '@tongyun/geo';
import { localTimeOf } from '@tongyun/kernel';
import { DETOUR_FACTOR, SPEED_KPH_BY_HOUR } from './routing-settings.js';
import type { TravelTime, TravelTimes } from './travel-times.js';

const M_PER_KM = 1_000;
const MIN_PER_HOUR = 60;

/** Mean speed of a loaded mixer at the local hour of an instant, km/h. */
export const speedKphAt = (at: Date, timeZone: string): number => {
  const hour = Math.floor(localTimeOf(at, timeZone).minuteOfDay / MIN_PER_HOUR);
  return SPEED_KPH_BY_HOUR.value[hour]!;
};

/**
 * How many times longer than on empty roads a drive takes at the local hour of an instant, ≥ 1:
 * what a router that knows no traffic is corrected by.
 */
export const slowdownAt = (at: Date, timeZone: string): number =>
  Math.max(...SPEED_KPH_BY_HOUR.value) / speedKphAt(at, timeZone);

/** Straight line × detour factor, at the speed of the hour of departure. */
export function estimateTravel(
  from: Wgs84,
  to: Wgs84,
  departAt: Date,
  timeZone: string,
): TravelTime {
  const roadM = distanceM(from, to) * DETOUR_FACTOR.value;
  const durationMin = (roadM / M_PER_KM / speedKphAt(departAt, timeZone)) * MIN_PER_HOUR;
  return { distanceM: roadM, durationMin, source: 'estimate' };
}

/** Travel times without any router. */
export class StraightLineEstimate implements TravelTimes {
  constructor(private readonly timeZone: string) {}

  between(from: Wgs84, to: Wgs84, departAt: Date): Promise<TravelTime> {
    return Promise.resolve(estimateTravel(from, to, departAt, this.timeZone));
  }

  matrix(froms: readonly Wgs84[], tos: readonly Wgs84[], departAt: Date): Promise<TravelTime[][]> {
    return Promise.resolve(
      froms.map((from) => tos.map((to) => estimateTravel(from, to, departAt, this.timeZone))),
    );
  }

  way(): Promise<null> {
    return Promise.resolve(null);
  }

  timedWay(): Promise<null> {
    return Promise.resolve(null);
  }
}
