import { travelSec } from '../problem/travel.js';
import type { PumpRule } from './pump-try.js';

/** Between two sites a pump is washed, moves and is set up again. */
export const pumpBusy: PumpRule = {
  code: 'pump_busy',
  forbids({ pump, order, at, readySec, leaveSec }, state) {
    const { nowSec, travel, orders, pumps } = state.problem;
    const jobs = state.pumpJobs[pump]!;
    const { setUpSec } = pumps[pump]!;
    const before = jobs[at - 1];
    const after = jobs[at];
    if (before !== undefined) {
      const outSec = Math.max(before.leaveSec, nowSec);
      const way = travelSec(travel, orders[before.order]!.place, orders[order]!.place, outSec);
      if (outSec + way + setUpSec > readySec) return true;
    }
    if (after === undefined) return false;
    const way = travelSec(travel, orders[order]!.place, orders[after.order]!.place, leaveSec);
    return leaveSec + way + setUpSec > after.readySec;
  },
};
