import { holds } from './pass-hours.js';
import type { PumpRule } from './pump-try.js';

/** A pump is inside a zone only while its pass allows it, setting up and washing included. */
export const pumpPassHours: PumpRule = {
  code: 'pass_hours',
  forbids({ pump, order, readySec, leaveSec }, { problem }) {
    const { zone, zoneSec } = problem.orders[order]!;
    const { zoneSpans, setUpSec } = problem.pumps[pump]!;
    return zone >= 0 && !holds(zoneSpans[zone]!, readySec - setUpSec - zoneSec, leaveSec + zoneSec);
  },
};
