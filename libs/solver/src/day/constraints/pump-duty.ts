import { travelSec } from '../problem/travel.js';
import type { PumpRule } from './pump-try.js';

/** From leaving the yard until back in it lies within the operator's duty. */
export const pumpDuty: PumpRule = {
  code: 'pump_duty',
  forbids({ pump, order, at, readySec, leaveSec }, state) {
    const { nowSec, travel, orders, pumps } = state.problem;
    const { duty, startPlace, endPlace, setUpSec } = pumps[pump]!;
    const site = orders[order]!.place;
    if (at === 0) {
      const outSec = Math.max(duty.fromSec, nowSec);
      if (outSec + travelSec(travel, startPlace, site, outSec) + setUpSec > readySec) return true;
    }
    if (at < state.pumpJobs[pump]!.length) return false;
    return leaveSec + travelSec(travel, site, endPlace, leaveSec) > duty.toSec;
  },
};
