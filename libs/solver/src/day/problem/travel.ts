import type { TravelTable } from './day-problem.js';

const HOUR_SEC = 3_600;

/**
 * Seconds from one place to another when leaving at `atSec`.
 *
 * The factor goes over evenly from hour to hour, so that who leaves later never arrives earlier as
 * long as free travel × the change of factor in an hour stays under an hour.
 */
export function travelSec(travel: TravelTable, from: number, to: number, atSec: number): number {
  if (from === to) return 0;
  const hours = Math.max(0, atSec / HOUR_SEC);
  const hour = Math.min(Math.floor(hours), travel.hourFactor.length - 1);
  const now = travel.hourFactor[hour]!;
  const next = travel.hourFactor[hour + 1] ?? now;
  const factor = now + (next - now) * Math.min(1, hours - hour);
  return Math.round(
    travel.freeSec[from * travel.places + to]! *
      factor *
      travel.placeFactor[from]! *
      travel.placeFactor[to]!,
  );
}

/** Kilometres by road. */
export const roadKm = (travel: TravelTable, from: number, to: number): number =>
  from === to ? 0 : travel.roadKm[from * travel.places + to]!;

/** About the latest second to leave at so as to arrive by `bySec`; at most a few seconds early or late. */
export function leaveBy(travel: TravelTable, from: number, to: number, bySec: number): number {
  let leave = bySec - travelSec(travel, from, to, bySec);
  leave = bySec - travelSec(travel, from, to, leave);
  return leave;
}
