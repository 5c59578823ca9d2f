import type { TravelTable, ZoneCrossing } from './day-problem.js';
import { arriveThrough, jamsBetween, leaveThrough } from './jams.js';

const HOUR_SEC = 3_600;

/**
 * Whole seconds from one place to another when leaving at `atSec`: as long as is usual at that time, and
 * longer by what jams on the way cost, each while it lasts.
 *
 * The usual factor goes over evenly from hour to hour, so that who leaves later never arrives earlier as
 * long as free travel × the change of factor in an hour × the worst jam stays under an hour.
 */
export function travelSec(travel: TravelTable, from: number, to: number, atSec: number): number {
  if (from === to) return 0;
  const usualSec = usualSecAt(travel, from, to, atSec);
  if (travel.jams === undefined) return Math.round(usualSec);
  const jams = jamsBetween(travel.jams, from, to);
  return Math.round(jams.length === 0 ? usualSec : arriveThrough(jams, atSec, usualSec) - atSec);
}

/** Seconds of a way that is begun at `atSec`, without jams. */
function usualSecAt(travel: TravelTable, from: number, to: number, atSec: number): number {
  const hours = Math.max(0, atSec / HOUR_SEC);
  const hour = Math.min(Math.floor(hours), travel.hourFactor.length - 1);
  const now = travel.hourFactor[hour]!;
  const next = travel.hourFactor[hour + 1] ?? now;
  const factor = now + (next - now) * Math.min(1, hours - hour);
  return travel.freeSec[from * travel.places + to]! * factor;
}

const NO_WAY: readonly ZoneCrossing[] = [];

/** The zones on a way; undefined where they are not known. */
export const crossingsOn = (
  { crossings, places }: TravelTable,
  from: number,
  to: number,
): readonly ZoneCrossing[] | undefined =>
  from === to ? NO_WAY : crossings?.get(from * places + to);

/** Kilometres by road. */
export const roadKm = (travel: TravelTable, from: number, to: number): number =>
  from === to ? 0 : travel.roadKm[from * travel.places + to]!;

/** About the latest second to leave at so as to arrive by `bySec`; at most a few seconds early or late. */
export function leaveBy(travel: TravelTable, from: number, to: number, bySec: number): number {
  const jams = travel.jams === undefined ? [] : jamsBetween(travel.jams, from, to);
  if (jams.length > 0 && from !== to) {
    const about = leaveThrough(jams, bySec, usualSecAt(travel, from, to, bySec));
    return Math.round(leaveThrough(jams, bySec, usualSecAt(travel, from, to, about)));
  }
  let leave = bySec - travelSec(travel, from, to, bySec);
  leave = bySec - travelSec(travel, from, to, leave);
  return leave;
}

/**
 * About the latest second to leave at so as to arrive by `latestSec`, told when one leaves who arrives by
 * `earliestSec`. Who leaves so much later arrives no more than so much later, but for a jam that ends meanwhile.
 */
export function latestLeave(
  travel: TravelTable,
  from: number,
  to: number,
  earliest: { readonly leaveSec: number; readonly arriveSec: number },
  latestSec: number,
): number {
  const laterSec = earliest.leaveSec + Math.max(0, latestSec - earliest.arriveSec);
  if (travel.jams === undefined || laterSec === Infinity) return laterSec;
  return Math.max(laterSec, leaveBy(travel, from, to, latestSec));
}
