import type { DayProblem, Span, TravelTable, ZoneCrossing } from '../problem/day-problem.js';
import { crossingsOn, travelSec } from '../problem/travel.js';

type ZoneSpans = readonly (readonly Span[])[];

/**
 * Whether a vehicle that sets out from a site at a time is in a zone on its way at a time at which it may not be.
 * Where the zones on the way are not known, it is as long in the site's own as is taken for it.
 */
export function leavesShut(
  { travel, orders }: DayProblem,
  zoneSpans: ZoneSpans,
  order: number,
  to: number,
  leaveSec: number,
): boolean {
  const { place, zone, zoneSec } = orders[order]!;
  const crossings = crossingsOn(travel, place, to);
  if (crossings === undefined) {
    return zone >= 0 && !holds(zoneSpans[zone]!, leaveSec, leaveSec + zoneSec);
  }
  if (crossings.length === 0) return false;
  const takesSec = travelSec(travel, place, to, leaveSec);
  return crossesShut(zoneSpans, crossings, leaveSec, leaveSec + takesSec);
}

/** The same of one that comes to a site, and has been under way since a time. */
export function arrivesShut(
  { travel, orders }: DayProblem,
  zoneSpans: ZoneSpans,
  order: number,
  from: number,
  { beginSec, arriveSec }: { readonly beginSec: number; readonly arriveSec: number },
): boolean {
  const { place, zone, zoneSec } = orders[order]!;
  const crossings = crossingsOn(travel, from, place);
  if (crossings === undefined) {
    return zone >= 0 && !holds(zoneSpans[zone]!, arriveSec - zoneSec, arriveSec);
  }
  return crossesShut(zoneSpans, crossings, beginSec, arriveSec);
}

/** The same of one that drives from the site of an order to that of another one. */
export function movesShutBetween(
  { travel, orders }: DayProblem,
  zoneSpans: ZoneSpans,
  ends: { readonly from: number; readonly to: number },
  beginSec: number,
  endSec: number,
): boolean {
  const [left, next] = [orders[ends.from]!, orders[ends.to]!];
  const crossings = crossingsOn(travel, left.place, next.place);
  if (crossings !== undefined) return crossesShut(zoneSpans, crossings, beginSec, endSec);
  return (
    (left.zone >= 0 && !holds(zoneSpans[left.zone]!, beginSec, beginSec + left.zoneSec)) ||
    (next.zone >= 0 && !holds(zoneSpans[next.zone]!, endSec - next.zoneSec, endSec))
  );
}

/**
 * The same on a way at both ends of which it stands; of one where the zones are not known nothing is said.
 *
 * @param drivenAt when it is driven; null: that is no choice any more
 */
export function passesShut(
  travel: TravelTable,
  zoneSpans: ZoneSpans,
  { from, to }: { readonly from: number; readonly to: number },
  drivenAt: () => { readonly beginSec: number; readonly endSec: number } | null,
): boolean {
  const crossings = crossingsOn(travel, from, to);
  if (crossings === undefined || crossings.length === 0) return false;
  const driven = drivenAt();
  return driven !== null && crossesShut(zoneSpans, crossings, driven.beginSec, driven.endSec);
}

/** Whether a vehicle is at a site from one time to another although it may not be in its zone. */
export function standsShut(
  { orders }: DayProblem,
  zoneSpans: ZoneSpans,
  order: number,
  fromSec: number,
  toSec: number,
): boolean {
  const { zone } = orders[order]!;
  return zone >= 0 && !holds(zoneSpans[zone]!, fromSec, toSec);
}

/** Whether a way from one time to another is in a zone at a time at which it may not be. */
function crossesShut(
  zoneSpans: ZoneSpans,
  crossings: readonly ZoneCrossing[],
  beginSec: number,
  endSec: number,
): boolean {
  const takesSec = endSec - beginSec;
  for (const { zone, from, to } of crossings) {
    if (!holds(zoneSpans[zone]!, beginSec + from * takesSec, beginSec + to * takesSec)) return true;
  }
  return false;
}

/** Whether one of the spans holds all the time from `fromSec` to `toSec`. */
function holds(spans: readonly Span[], fromSec: number, toSec: number): boolean {
  for (const span of spans) if (span.fromSec <= fromSec && toSec <= span.toSec) return true;
  return false;
}
