import type { Span, ZoneCrossing } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import type { TripRule } from './trip-try.js';

/**
 * A truck is inside a zone only while its pass allows it, from going in to coming out: on its way to the site, there,
 * and on its way back, which is taken to lead to the plant that loaded it.
 */
export const passHours: TripRule = {
  code: 'pass_hours',
  forbids({ order, truck, plant, loadToSec, arriveSec, leaveSec }, { problem }) {
    const { zone, zoneSec, place, sources } = problem.orders[order]!;
    const { zoneSpans } = problem.trucks[truck]!;
    const crossings = sources.find((source) => source.plant === plant)?.crossings;
    const besideSec = crossings === undefined ? zoneSec : 0;
    if (zone >= 0 && !holds(zoneSpans[zone]!, arriveSec - besideSec, leaveSec + besideSec)) {
      return true;
    }
    if (crossings === undefined) return false;
    const { out, back } = crossings;
    if (crossesShut(zoneSpans, out, loadToSec, arriveSec - loadToSec)) return true;
    if (back.length === 0) return false;
    const backSec = travelSec(problem.travel, place, problem.plants[plant]!.place, leaveSec);
    return crossesShut(zoneSpans, back, leaveSec, backSec);
  },
};

/** Whether a way that is begun at a time and takes so long is in a zone at a time at which it may not be. */
export function crossesShut(
  zoneSpans: readonly (readonly Span[])[],
  crossings: readonly ZoneCrossing[],
  beginSec: number,
  takesSec: number,
): boolean {
  for (const { zone, from, to } of crossings) {
    if (!holds(zoneSpans[zone]!, beginSec + from * takesSec, beginSec + to * takesSec)) return true;
  }
  return false;
}

/** Whether one of the spans holds all the time from `fromSec` to `toSec`. */
export function holds(spans: readonly Span[], fromSec: number, toSec: number): boolean {
  for (const span of spans) if (span.fromSec <= fromSec && toSec <= span.toSec) return true;
  return false;
}
