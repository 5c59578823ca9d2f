import type { PlannedLoad } from '../problem/day-plan.js';
import { travelSec } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';
import { sentFrom } from '../state/sent-from.js';
import { leavesShut, passesShut } from './zone-hours.js';

/**
 * Whether a truck is in a zone at a time at which it may not be on its way to the plant of its next load.
 *
 * From a site it drives there at once. Where it stands, at home or sent from elsewhere, it sets out in time for its
 * load. A way that it is on already is a fact, and so is the one home from a load that has begun.
 *
 * @param before the trip before; undefined for the first of its day
 */
export function drivesToPlantShut(
  { problem, toldNext }: Pick<DayState, 'problem' | 'toldNext'>,
  truck: number,
  before: PlannedLoad | undefined,
  { place, loadFromSec }: { readonly place: number; readonly loadFromSec: number },
): boolean {
  const { travel, trucks, limits, nowSec } = problem;
  const { duty, startPlace, endPlace, zoneSpans } = trucks[truck]!;
  const freeSec = before === undefined ? duty.fromSec : before.leaveSec;
  const isFree = freeSec < nowSec;
  const sent = isFree ? sentFrom(problem, toldNext[truck], truck, before, place) : null;
  if (before !== undefined && sent === null) {
    const isFact = isFree || (hasBegun(before) && place === endPlace);
    return !isFact && leavesShut(problem, zoneSpans, before.order, place, freeSec);
  }
  if (before !== undefined && sent?.stoodSec === null) {
    return leavesShut(problem, zoneSpans, before.order, place, nowSec);
  }
  const from = sent?.place ?? startPlace;
  return passesShut(travel, zoneSpans, { from, to: place }, () => {
    const endSec = before === undefined ? loadFromSec : loadFromSec - limits.washSec;
    const inTimeSec = endSec - travelSec(travel, from, place, endSec);
    const isUnderWay = isFree && sent === null && inTimeSec < nowSec;
    return isUnderWay ? null : { beginSec: Math.max(inTimeSec, freeSec, nowSec), endSec };
  });
}

/** Whether a truck is so on any of the ways between its loads, or on its way home, as they are. */
export function drivesEmptyShut(state: DayState, truck: number): boolean {
  const { problem } = state;
  const { zoneSpans, endPlace } = problem.trucks[truck]!;
  const trips = state.trips[truck]!;
  const isShut = trips.some((load, at) => {
    if (hasBegun(load)) return false;
    const { place } = problem.plants[load.plant]!;
    return drivesToPlantShut(state, truck, trips[at - 1], { place, loadFromSec: load.loadFromSec });
  });
  const last = trips.at(-1);
  if (isShut || last === undefined || hasBegun(last)) return isShut;
  return leavesShut(problem, zoneSpans, last.order, endPlace, last.leaveSec);
}

const hasBegun = ({ started, isHeld = false }: PlannedLoad): boolean => started && !isHeld;
