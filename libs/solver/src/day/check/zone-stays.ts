import type {
  DayOrder,
  DayProblem,
  DayVehicle,
  Source,
  ZoneCrossing,
} from '../problem/day-problem.js';
import { driveTime, ROUNDED_SEC } from './drive-time.js';

/** A vehicle's way to a site, its stay there and its way back to where it came from. */
export interface SiteVisit {
  readonly fromPlace: number;
  readonly leftSec: number;
  readonly arriveSec: number;
  readonly leaveSec: number;
}

/**
 * Whether a vehicle is in zones only while it may be, in each of them from going in to coming out.
 *
 * @param sinceSec what was before is a fact; left out: nothing is
 */
export function isWithinPass(
  problem: DayProblem,
  vehicle: DayVehicle,
  order: DayOrder,
  visit: SiteVisit,
  source: Source | undefined,
  sinceSec = -Infinity,
): boolean {
  return zoneStays(problem, order, visit, source).every(({ zone, fromSec, toSec }) => {
    const restSec = Math.max(fromSec, sinceSec);
    const isOver = toSec < sinceSec;
    const spans = vehicle.zoneSpans[zone]!;
    return isOver || spans.some((may) => may.fromSec <= restSec && toSec <= may.toSec);
  });
}

interface ZoneStay {
  readonly zone: number;
  readonly fromSec: number;
  readonly toSec: number;
}

function zoneStays(
  problem: DayProblem,
  { place, zone, zoneSec }: DayOrder,
  { fromPlace, leftSec, arriveSec, leaveSec }: SiteVisit,
  source: Source | undefined,
): ZoneStay[] {
  const stays: ZoneStay[] = [];
  const approach = source?.crossings ? 0 : zoneSec;
  if (zone >= 0) stays.push({ zone, fromSec: arriveSec - approach, toSec: leaveSec + approach });
  const { out, back } = source?.crossings ?? { out: [], back: [] };
  const home = leaveSec + driveTime(problem, place, fromPlace, leaveSec);
  out.forEach((part) => stays.push(stayOn(part, leftSec, arriveSec)));
  back.forEach((part) => stays.push(stayOn(part, leaveSec, home)));
  return stays;
}

/** A part of a way; whoever planned it has rounded the way to whole seconds. */
const stayOn = ({ zone, from, to }: ZoneCrossing, begin: number, end: number): ZoneStay => ({
  zone,
  fromSec: begin * (1 - from) + end * from + ROUNDED_SEC,
  toSec: begin * (1 - to) + end * to - ROUNDED_SEC,
});
