import gcoord from 'gcoord';
import { type Bd09, bd09, type Gcj02, gcj02, type Wgs84, wgs84 } from './position.js';

/** The systems a position may be stated in when it enters (`crs` of the contract). */
export type Crs = 'wgs84' | 'gcj02' | 'bd09';

type Pair = [lng: number, lat: number];

/**
 * What of gcoord is used here. Its own types describe a default export that differs between module
 * systems; the object is the same in all of them.
 */
interface DatumShift {
  transform(pair: Pair, from: DatumName, to: DatumName): Pair;
}
type DatumName = 'WGS84' | 'GCJ02' | 'BD09';

const { transform } = gcoord as unknown as DatumShift;

/** gcoord writes into the arrays it is given; a fresh pair each time keeps callers' values whole. */
const shift = ({ lng, lat }: { lng: number; lat: number }, from: DatumName, to: DatumName): Pair =>
  transform([lng, lat], from, to);

/**
 * Converts a position as it entered to WGS-84. To be called once, at the edge it enters by: a
 * second call shifts it half a kilometre more, as a city's public stop list shows.
 *
 * @param sent degrees in the system that `crs` names; outside China the systems are one
 * @returns WGS-84, exact for `wgs84`, within half a metre for the other two
 */
export function toWgs84(sent: { lng: number; lat: number }, crs: Crs): Wgs84 {
  switch (crs) {
    case 'wgs84':
      return wgs84(sent.lng, sent.lat);
    case 'gcj02':
      return wgs84(...shift(sent, 'GCJ02', 'WGS84'));
    case 'bd09':
      return wgs84(...shift(sent, 'BD09', 'WGS84'));
  }
}

/** Where a GCJ-02 map (AMap, Tencent) draws a WGS-84 position. */
export const wgs84ToGcj02 = (position: Wgs84): Gcj02 => gcj02(...shift(position, 'WGS84', 'GCJ02'));

/** Where a BD-09 map (Baidu) draws a WGS-84 position. */
export const wgs84ToBd09 = (position: Wgs84): Bd09 => bd09(...shift(position, 'WGS84', 'BD09'));

/** The WGS-84 position of a click on a GCJ-02 map; within half a metre. */
export const gcj02ToWgs84 = (position: Gcj02): Wgs84 => wgs84(...shift(position, 'GCJ02', 'WGS84'));

/** The WGS-84 position of a click on a BD-09 map; within half a metre. */
export const bd09ToWgs84 = (position: Bd09): Wgs84 => wgs84(...shift(position, 'BD09', 'WGS84'));
