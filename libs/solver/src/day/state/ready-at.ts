import type { PlannedLoad } from '../problem/day-plan.js';
import { travelSec } from '../problem/travel.js';
import type { DayState } from './day-state.js';

/**
 * When a truck can be at a plant and load: washed out after the trip before, or come from where its day begins.
 *
 * Who is free by now is there only if he was going there: to the plant that he was told to load at next, else
 * home. To another plant he sets out now, from where he stands or, on his way, from where that began.
 *
 * @param before the trip before; undefined for the first of its day
 * @param loadSec seconds that the load takes there
 */
export function readyAt(
  state: Pick<DayState, 'problem' | 'toldNext'>,
  truck: number,
  before: PlannedLoad | undefined,
  plantPlace: number,
  loadSec: number,
): number {
  const { travel, orders, trucks, limits, nowSec } = state.problem;
  const { duty, startPlace } = trucks[truck]!;
  const from = before === undefined ? startPlace : orders[before.order]!.place;
  const freeSec = before === undefined ? duty.fromSec : before.leaveSec;
  // As nearly always while a day is searched, in its innermost loop.
  if (freeSec >= nowSec) {
    const washSec = before === undefined ? 0 : limits.washSec;
    return freeSec + travelSec(travel, from, plantPlace, freeSec) + washSec;
  }
  return readyOf(state, { truck, before, from, freeSec }, plantPlace, loadSec);
}

/** A truck that is free by now, and what it was last at. */
interface FreeTruck {
  readonly truck: number;
  readonly before: PlannedLoad | undefined;
  readonly from: number;
  readonly freeSec: number;
}

function readyOf(
  { problem, toldNext }: Pick<DayState, 'problem' | 'toldNext'>,
  { truck, before, from, freeSec }: FreeTruck,
  plantPlace: number,
  loadSec: number,
): number {
  const { travel, trucks, limits, nowSec } = problem;
  const { startPlace, endPlace } = trucks[truck]!;
  const washSec = before === undefined ? 0 : limits.washSec;
  const onTheWaySec = (): number =>
    freeSec + travelSec(travel, from, plantPlace, freeSec) + washSec;
  const told = toldNext[truck];
  const home = before === undefined ? startPlace : endPlace;
  const isHeaded = told === undefined || told.place === home ? plantPlace === home : false;
  if (isHeaded) return onTheWaySec();
  const sentFrom = (place: number): number =>
    nowSec + travelSec(travel, place, plantPlace, nowSec) + washSec;
  if (told === undefined) {
    const homeSec = freeSec + travelSec(travel, from, home, freeSec);
    return sentFrom(homeSec <= nowSec ? home : from);
  }
  if (before === undefined) {
    const outSec = travelSec(travel, from, told.place, nowSec);
    if (plantPlace === told.place) return Math.min(nowSec + outSec, told.loadToSec - loadSec);
    return sentFrom(told.loadToSec - outSec <= nowSec ? told.place : from);
  }
  const thereSec = freeSec + travelSec(travel, from, told.place, freeSec);
  if (plantPlace === told.place) return thereSec + washSec;
  return sentFrom(thereSec <= nowSec ? told.place : from);
}
