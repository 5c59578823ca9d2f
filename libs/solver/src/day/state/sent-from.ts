import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { travelSec } from '../problem/travel.js';
import type { ToldNext } from './told-next.js';

/** Whence a truck that is free by now is sent to a plant that it was not going to. */
export interface SentFrom {
  readonly place: number;
  /** Seconds that it has stood there by now; null: it turns round on its way elsewhere, and counts as from where that began. */
  readonly stoodSec: number | null;
}

/**
 * Whence a truck goes to a plant, as `readyAt` reckons it: null where it is not free by now, or goes there anyhow
 * (home, or to the plant that it was told to load at next).
 *
 * @param told what it was told to load next; undefined: nothing
 * @param before the trip before; undefined for the first of its day
 */
export function sentFrom(
  { travel, orders, trucks, nowSec }: DayProblem,
  told: ToldNext | undefined,
  truck: number,
  before: Pick<PlannedLoad, 'order' | 'leaveSec'> | undefined,
  plantPlace: number,
): SentFrom | null {
  const { duty, startPlace, endPlace } = trucks[truck]!;
  const from = before === undefined ? startPlace : orders[before.order]!.place;
  const freeSec = before === undefined ? duty.fromSec : before.leaveSec;
  const aim = told?.place ?? (before === undefined ? startPlace : endPlace);
  if (freeSec >= nowSec || plantPlace === aim) return null;
  if (before === undefined) {
    const hasSetOut =
      told !== undefined && told.loadToSec - travelSec(travel, from, aim, nowSec) <= nowSec;
    return hasSetOut ? { place: aim, stoodSec: 0 } : { place: from, stoodSec: nowSec - freeSec };
  }
  const thereSec = freeSec + travelSec(travel, from, aim, freeSec);
  if (thereSec > nowSec) return { place: from, stoodSec: null };
  return { place: aim, stoodSec: nowSec - thereSec };
}
