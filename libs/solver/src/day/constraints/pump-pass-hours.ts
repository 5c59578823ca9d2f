import { travelSec } from '../problem/travel.js';
import { crossesShut, holds } from './pass-hours.js';
import type { PumpRule } from './pump-try.js';

/**
 * A pump is inside a zone only while its pass allows it, setting up and washing included. Wherever it comes from, its
 * way is taken to be the one from where its day begins, and back there.
 */
export const pumpPassHours: PumpRule = {
  code: 'pass_hours',
  forbids({ pump, order, readySec, leaveSec }, { problem }) {
    const { zone, zoneSec, place, sources } = problem.orders[order]!;
    const { zoneSpans, setUpSec, startPlace } = problem.pumps[pump]!;
    const home = sources.find((source) => problem.plants[source.plant]!.place === startPlace);
    const crossings = home?.crossings;
    const besideSec = crossings === undefined ? zoneSec : 0;
    const arriveSec = readySec - setUpSec;
    if (zone >= 0 && !holds(zoneSpans[zone]!, arriveSec - besideSec, leaveSec + besideSec)) {
      return true;
    }
    if (crossings === undefined) return false;
    const outSec = travelSec(problem.travel, startPlace, place, arriveSec);
    const backSec = travelSec(problem.travel, place, startPlace, leaveSec);
    return (
      crossesShut(zoneSpans, crossings.out, arriveSec - outSec, outSec) ||
      crossesShut(zoneSpans, crossings.back, leaveSec, backSec)
    );
  },
};
