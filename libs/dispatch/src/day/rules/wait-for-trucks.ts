import { groupBy } from '@tongyun/kernel';
import { type TravelTable, travelSec } from '@tongyun/solver';
import type { FixedLoad } from './begun.js';
import { type DayFacts, secOf } from './day-facts.js';

type Given = Pick<DayFacts, 'plants' | 'now' | 'day' | 'policy'>;

/**
 * By order, the loads that are no choice, each that is only held as late as its truck is: one that is not back,
 * or should have begun by now, begins when it can, as long as its driver need not be told
 * (`plan.told_again_min`). One whose truck is later than that is left where people hold it, for the rules to find.
 */
export function waitForTrucks(
  facts: Given,
  travel: TravelTable,
  orders: readonly (readonly FixedLoad[])[],
): FixedLoad[][] {
  const nowSec = secOf(facts, facts.now);
  const { washMin, toldAgainMin } = facts.policy;
  const delayed = new Map<FixedLoad, FixedLoad>();
  const all = orders.flatMap((loads, order) => loads.map((load) => ({ order, load })));
  for (const own of groupBy(all, ({ load }) => load.truck).values()) {
    const inTime = own.toSorted((one, two) => one.load.loadFromSec - two.load.loadFromSec);
    let before: { readonly site: number; readonly leaveSec: number } | null = null;
    for (const { order, load } of inTime) {
      const readySec: number =
        before === null
          ? nowSec
          : before.leaveSec +
            travelSec(travel, before.site, load.plant, before.leaveSec) +
            washMin * 60;
      const lateSec = Math.max(nowSec, readySec) - load.loadFromSec;
      const mayWait = load.isHeld === true && lateSec > 0 && lateSec <= toldAgainMin * 60;
      const now = mayWait ? later(load, lateSec) : load;
      delayed.set(load, now);
      before = { site: facts.plants.length + order, leaveSec: now.leaveSec };
    }
  }
  return orders.map((loads) => loads.map((load) => delayed.get(load) ?? load));
}

const later = (load: FixedLoad, sec: number): FixedLoad => ({
  ...load,
  loadFromSec: load.loadFromSec + sec,
  loadToSec: load.loadToSec + sec,
  arriveSec: load.arriveSec + sec,
  dischargeFromSec: load.dischargeFromSec + sec,
  dischargeToSec: load.dischargeToSec + sec,
  leaveSec: load.leaveSec + sec,
});
