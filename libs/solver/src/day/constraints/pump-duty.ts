import { travelSec } from '../problem/travel.js';
import type { DayState } from '../state/day-state.js';
import type { PumpRule, PumpTry } from './pump-try.js';

/** From leaving the yard until back in it lies within the operator's duty. */
export const pumpDuty: PumpRule = {
  code: 'pump_duty',
  forbids({ pump, order, at, readySec, leaveSec }, state) {
    const { nowSec, travel, orders, pumps } = state.problem;
    const { duty, startPlace, setUpSec } = pumps[pump]!;
    const site = orders[order]!.place;
    if (at === 0) {
      const outSec = Math.max(duty.fromSec, nowSec);
      if (outSec + travelSec(travel, startPlace, site, outSec) + setUpSec > readySec) return true;
    }
    return comesHomeLate({ pump, order, at, leaveSec }, state);
  },
};

/** Whether a pump would be back in its yard after the end of its operator's duty; of its last job. */
export function comesHomeLate(
  { pump, order, at, leaveSec }: Pick<PumpTry, 'pump' | 'order' | 'at' | 'leaveSec'>,
  state: DayState,
): boolean {
  if (at < state.pumpJobs[pump]!.length) return false;
  const { travel, orders, pumps } = state.problem;
  const { duty, endPlace } = pumps[pump]!;
  return leaveSec + travelSec(travel, orders[order]!.place, endPlace, leaveSec) > duty.toSec;
}
