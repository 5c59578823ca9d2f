import { type PlannedLoad, type PlannedPumpJob, startedLoad } from '../problem/day-plan.js';
import type { DayOrder } from '../problem/day-problem.js';

/** All that serves one order, in order of discharge: the started loads first, then the chosen ones. */
export interface Chain {
  readonly order: number;
  readonly loads: readonly PlannedLoad[];
  readonly pumpJobs: readonly PlannedPumpJob[];
}

/** What has begun of an order: its started loads, and its pumps until the last of them is out, or longer. */
export function startedChain(index: number, order: DayOrder): Chain {
  const loads = order.started.map((load) => startedLoad(index, load));
  const untilSec = loads.reduce((sec, load) => Math.max(sec, load.dischargeToSec), -Infinity);
  return {
    order: index,
    loads,
    pumpJobs: order.startedPumps.map(({ pump, readySec, washSec, untilSec: leastSec }) => {
      const until = Math.max(readySec, untilSec, leastSec ?? -Infinity);
      return {
        order: index,
        pump,
        readySec,
        untilSec: until,
        leaveSec: until + washSec,
        started: true,
      };
    }),
  };
}
