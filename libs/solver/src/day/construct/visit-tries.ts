import { coldJoint } from '../constraints/cold-joint.js';
import { plantHours } from '../constraints/plant-hours.js';
import type { TripTry } from '../constraints/trip-try.js';
import { truckBusy } from '../constraints/truck-busy.js';
import { truckDuty } from '../constraints/truck-duty.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import { dischargeSecOf } from '../problem/load-time.js';
import { latestLeave, leaveBy, travelSec } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';
import { readyAt } from '../state/ready-at.js';
import { LateSlots } from './late-slots.js';
import type { LoadWant } from './load-want.js';

/** A try that is filled anew for each visit: who keeps one copies it. */
export type Scratch = { -readonly [Key in keyof TripTry]: TripTry[Key] };

/**
 * Visits the ways to bring a wanted load from a plant: for each truck that may work for it and each
 * pause in the truck's day, on the line that lets it load as late as it can and still be there when
 * its turn comes, or as soon as it is back. Rules are not asked yet.
 *
 * @param quotaM3 what the plant may still bring of the order
 * @param onForbidden set: trucks are visited that surely cannot, and of those that would come too late for
 *   their turn at best it is told by which rule
 */
export function visitTries(
  state: DayState,
  want: LoadWant,
  plantIndex: number,
  quotaM3: number,
  onForbidden: ((code: string) => void) | undefined,
  visit: (trip: Scratch) => void,
): void {
  const { travel, plants, orders, trucks, nowSec } = state.problem;
  const plant = plants[plantIndex]!;
  const order = orders[want.order]!;
  const leaveSec = leaveBy(travel, plant.place, order.place, want.earliestSec);
  const earliest = { leaveSec, arriveSec: want.earliestSec };
  const latestLeaveSec = latestLeave(travel, plant.place, order.place, earliest, want.latestSec);
  const openSec = Math.max(nowSec, plant.open.fromSec);
  const slots = new LateSlots(state, want.order, plantIndex, leaveSec, openSec);
  const scratch = emptyTry(want, plantIndex);
  const isTold = onForbidden !== undefined;
  for (const truckIndex of state.trucksFor[plant.enterprise]!) {
    const { duty, drumM3, zoneSpans } = trucks[truckIndex]!;
    const isOff = duty.toSec <= leaveSec || duty.fromSec >= latestLeaveSec;
    const hasNoPass = order.zone >= 0 && zoneSpans[order.zone]!.length === 0;
    if (!isTold && (isOff || hasNoPass)) continue;
    if (want.kind === 'priming_mortar' && drumM3 < want.m3) {
      onForbidden?.('drum');
      continue;
    }
    const m3 = Math.min(want.m3, drumM3, quotaM3);
    const trips = state.trips[truckIndex]!;
    slots.prepare(m3);
    const wantedSec = leaveSec - slots.leastSec;
    let late: string | null = null;
    let isVisited = false;
    for (let at = state.placeAmong(trips, wantedSec); at <= trips.length; at += 1) {
      const backSec = readyAt(state, truckIndex, trips[at - 1], plant.place, slots.leastSec);
      const readySec = Math.max(duty.fromSec, backSec, openSec);
      if (readySec + slots.leastSec > latestLeaveSec) {
        if (isTold) late ??= whyLate(state, plantIndex, trips[at - 1], { backSec, readySec });
        break;
      }
      const after = trips[at];
      // Any way between loading and the next one is longer than loading itself.
      if (after !== undefined && readySec + slots.leastSec >= after.loadFromSec) {
        late ??= truckBusy.code;
        continue;
      }
      slots.choose(readySec);
      if (slots.fromSec + slots.loadSec > latestLeaveSec) {
        late ??= LINE_BUSY;
        continue;
      }
      scratch.truck = truckIndex;
      scratch.m3 = m3;
      scratch.at = at;
      scratch.line = slots.line;
      scratch.loadFromSec = slots.fromSec;
      scratch.loadToSec = slots.fromSec + slots.loadSec;
      scratch.arriveSec =
        scratch.loadToSec + travelSec(travel, plant.place, order.place, scratch.loadToSec);
      scratch.dischargeFromSec = Math.max(scratch.arriveSec, want.earliestSec);
      if (scratch.dischargeFromSec > want.latestSec) {
        late ??= coldJoint.code;
        continue;
      }
      scratch.dischargeToSec =
        scratch.dischargeFromSec + Math.ceil(dischargeSecOf(order, want.kind, m3));
      scratch.leaveSec = scratch.dischargeToSec + order.leaveSec;
      visit(scratch);
      isVisited = true;
    }
    if (late !== null && !isVisited) onForbidden?.(late);
  }
}

/** Built into how slots are found, so that no rule is asked. */
const LINE_BUSY = 'line_busy';

/** By which rule a truck is ready too late for its turn. */
function whyLate(
  { problem }: DayState,
  plant: number,
  before: PlannedLoad | undefined,
  { backSec, readySec }: { readonly backSec: number; readonly readySec: number },
): string {
  const { nowSec, plants } = problem;
  if (before !== undefined && backSec >= readySec) return truckBusy.code;
  const opensSec = plants[plant]!.open.fromSec;
  if (readySec > Math.max(nowSec, opensSec)) return truckDuty.code;
  return opensSec > nowSec ? plantHours.code : coldJoint.code;
}

const emptyTry = (want: LoadWant, plant: number): Scratch => ({
  order: want.order,
  kind: want.kind,
  m3: 0,
  truck: -1,
  plant,
  line: -1,
  place: want.place,
  loadFromSec: 0,
  loadToSec: 0,
  arriveSec: 0,
  dischargeFromSec: 0,
  dischargeToSec: 0,
  leaveSec: 0,
  at: 0,
  latestSec: want.latestSec,
  untilSec: want.untilSec,
  pumpsReadySec: want.pumpsReadySec,
  isFirst: want.isFirst,
});
