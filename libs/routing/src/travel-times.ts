import type { Wgs84 } from '@tongyun/geo';

/** How far and how long a truck drives, and how that is known. */
export interface TravelTime {
  /** Metres along the road. */
  readonly distanceM: number;
  /** Minutes of driving, by the traffic usual at the hour of departure. */
  readonly durationMin: number;
  /** `estimate` is a guess from the straight line and must be shown as one. */
  readonly source: 'osrm' | 'estimate';
}

/** Places along a road in order, WGS-84 degrees. */
export type Way = readonly (readonly [lng: number, lat: number])[];

/** A way with its pace: at which share of its time each of its places is passed. */
export interface TimedWay {
  readonly path: Way;
  /** [0, 1], never falling: 0 at the first place, 1 at the last. */
  readonly passedAt: readonly number[];
}

/** Travel times for planning; never fails: what cannot be routed is estimated, and says so. */
export interface TravelTimes {
  between(from: Wgs84, to: Wgs84, departAt: Date): Promise<TravelTime>;
  /** A row for each of `froms`, a column for each of `tos`. */
  matrix(froms: readonly Wgs84[], tos: readonly Wgs84[], departAt: Date): Promise<TravelTime[][]>;
  /** The way by road; null where none is known: an estimate knows none. */
  way(from: Wgs84, to: Wgs84): Promise<Way | null>;
  /** The same with its pace; the same object as long as nothing new is known of it. */
  timedWay(from: Wgs84, to: Wgs84): Promise<TimedWay | null>;
}

export const TRAVEL_TIMES = Symbol('TravelTimes');
