import { between, type Random } from '@tongyun/kernel';
import type { TravelTable } from '@tongyun/solver';
import { CITY } from './city-table.js';

export interface Place {
  readonly lng: number;
  readonly lat: number;
}

const KM_PER_DEG = 111.2;
/** The operating day begins at 4 o'clock. */
const DAY_BEGINS_HOUR = 4;

/** Seconds from the start of the operating day to an hour of the clock; 25 is one at night. */
export const hourSec = (hour: number): number => Math.round((hour - DAY_BEGINS_HOUR) * 3_600);

export function distanceKm(from: Place, to: Place): number {
  const east = (to.lng - from.lng) * KM_PER_DEG * Math.cos((from.lat * Math.PI) / 180);
  return Math.hypot(east, (to.lat - from.lat) * KM_PER_DEG);
}

export function placeNear(random: Random, { lng, lat }: Place, km: number): Place {
  const angle = between(random, 0, 2 * Math.PI);
  return {
    lng: lng + (km * Math.cos(angle)) / (KM_PER_DEG * Math.cos((lat * Math.PI) / 180)),
    lat: lat + (km * Math.sin(angle)) / KM_PER_DEG,
  };
}

/** One of a list by the shares it states. */
export function share<Item extends { readonly share: number }>(
  random: Random,
  items: readonly Item[],
): Item {
  let left = random() * items.reduce((sum, item) => sum + item.share, 0);
  return items.find((item) => (left -= item.share) <= 0) ?? items.at(-1)!;
}

export function travelTable(places: readonly Place[]): TravelTable {
  const count = places.length;
  const freeSec = new Float32Array(new SharedArrayBuffer(4 * count * count));
  const roadKm = new Float32Array(new SharedArrayBuffer(4 * count * count));
  places.forEach((from, row) => {
    places.forEach((to, column) => {
      if (row === column) return;
      const km = distanceKm(from, to) * CITY.detour;
      roadKm[row * count + column] = km;
      freeSec[row * count + column] = (km / CITY.speedKph) * 3_600 + CITY.departureMin * 60;
    });
  });
  return { places: count, freeSec, roadKm, hourFactor: CITY.hourFactor };
}
