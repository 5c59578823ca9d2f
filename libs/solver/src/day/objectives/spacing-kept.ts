import type { DayOrder } from '../problem/day-problem.js';
import type { ChainGoal } from './goal.js';

/** Minutes that discharges begin later than the site could take them. */
export const spacingKept: ChainGoal = {
  code: 'spacing',
  unit: 'min',
  price: ({ weights }) => weights.spacingPerMin,
  ofChain(order, { loads }) {
    let seconds = 0;
    const freeSec = Array.from({ length: order.places }, () => -Infinity);
    let before = -Infinity;
    for (const load of loads) {
      const ownSec = Math.max(freeSec[load.place]!, before + order.spacingSec);
      const wanted = ownSec > 0 ? freeOfOthers(order, load.place, ownSec) : ownSec;
      if (!load.started && wanted > 0) seconds += Math.max(0, load.dischargeFromSec - wanted);
      freeSec[load.place] = load.dischargeToSec;
      before = load.dischargeFromSec;
    }
    return seconds / 60;
  },
};

/** From when on no other plan's truck stands at the place, `sec` or later. */
function freeOfOthers({ others = [] }: DayOrder, place: number, sec: number): number {
  let freeSec = sec;
  for (const other of others) {
    const isThere = other.place === place && other.dischargeFromSec <= freeSec;
    if (isThere) freeSec = Math.max(freeSec, other.dischargeToSec);
  }
  return freeSec;
}
