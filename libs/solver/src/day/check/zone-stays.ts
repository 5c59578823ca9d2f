import type { DayProblem, DayVehicle, ZoneCrossing } from '../problem/day-problem.js';
import { driveTime, ROUNDED_SEC } from './drive-time.js';

/** A time in a zone. */
export interface ZoneStay {
  readonly zone: number;
  readonly fromSec: number;
  readonly toSec: number;
}

/** A way as it is driven. */
interface Drive {
  readonly from: number;
  readonly to: number;
  readonly beginSec: number;
  readonly endSec: number;
}

/**
 * Whether a vehicle is in zones only while it may be.
 *
 * @param sinceSec what was before is a fact; left out: nothing is
 */
export const isWithinPass = (
  { zoneSpans }: DayVehicle,
  stays: readonly ZoneStay[],
  sinceSec = -Infinity,
): boolean =>
  stays.every(({ zone, fromSec, toSec }) => {
    const restSec = Math.max(fromSec, sinceSec);
    const isOver = toSec < sinceSec;
    return isOver || zoneSpans[zone]!.some((may) => may.fromSec <= restSec && toSec <= may.toSec);
  });

/** The way to a site; of one of which the zones are not known, as long in the site's own as is taken for it. */
export function staysComing(
  problem: DayProblem,
  order: number,
  from: number,
  beginSec: number,
  arriveSec: number,
): ZoneStay[] {
  const { place, zone, zoneSec } = problem.orders[order]!;
  const way = { from, to: place, beginSec, endSec: arriveSec };
  const guess = zone < 0 ? [] : [{ zone, fromSec: arriveSec - zoneSec, toSec: arriveSec }];
  return staysOn(problem, way) ?? guess;
}

/** The way from a site, alike. */
export function staysGoing(
  problem: DayProblem,
  order: number,
  to: number,
  leaveSec: number,
): ZoneStay[] {
  const { place, zone, zoneSec } = problem.orders[order]!;
  const endSec = leaveSec + driveTime(problem, place, to, leaveSec);
  const guess = zone < 0 ? [] : [{ zone, fromSec: leaveSec, toSec: leaveSec + zoneSec }];
  return staysOn(problem, { from: place, to, beginSec: leaveSec, endSec }) ?? guess;
}

/** The way from the site of an order to that of another one, alike. */
export function staysMoving(
  problem: DayProblem,
  from: number,
  to: number,
  beginSec: number,
  endSec: number,
): ZoneStay[] {
  const [left, next] = [problem.orders[from]!, problem.orders[to]!];
  const known = staysOn(problem, { from: left.place, to: next.place, beginSec, endSec });
  if (known) return known;
  const guess = [
    { zone: left.zone, fromSec: beginSec, toSec: beginSec + left.zoneSec },
    { zone: next.zone, fromSec: endSec - next.zoneSec, toSec: endSec },
  ];
  return guess.filter(({ zone }) => zone >= 0).map(roundedIn);
}

/** Less by what rounding to whole seconds may have added. */
const roundedIn = ({ zone, fromSec, toSec }: ZoneStay): ZoneStay => ({
  zone,
  fromSec: fromSec + ROUNDED_SEC,
  toSec: toSec - ROUNDED_SEC,
});

/** At a site, where it is left or come to about then; none at all where it is for no time. */
export const staysAbout = (...asked: Parameters<typeof staysAt>): ZoneStay[] =>
  staysAt(...asked)
    .map(roundedIn)
    .filter(({ fromSec, toSec }) => fromSec < toSec);

/** At a site. */
export const staysAt = (
  { orders }: DayProblem,
  order: number,
  fromSec: number,
  toSec: number,
): ZoneStay[] => {
  const { zone } = orders[order]!;
  return zone < 0 ? [] : [{ zone, fromSec, toSec }];
};

/** The way from one place where a vehicle stands to another; of one of which the zones are not known nothing is said. */
export const staysBetween = (problem: DayProblem, way: Drive): ZoneStay[] =>
  staysOn(problem, way) ?? [];

/** Null where the zones on the way are not known. */
function staysOn({ travel }: DayProblem, { from, to, beginSec, endSec }: Drive): ZoneStay[] | null {
  if (from === to) return [];
  const crossings = travel.crossings?.get(travel.places * from + to);
  return crossings?.map((part) => stayOn(part, beginSec, endSec)) ?? null;
}

/** A part of a way; whoever planned it has rounded the way to whole seconds. */
const stayOn = ({ zone, from, to }: ZoneCrossing, begin: number, end: number): ZoneStay =>
  roundedIn({
    zone,
    fromSec: begin * (1 - from) + end * from,
    toSec: begin * (1 - to) + end * to,
  });
