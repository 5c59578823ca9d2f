import type { DayProblem } from '@tongyun/solver';
import { type Bounds, hasTimes, type Push, type Way } from './exact-times.js';

/** A load as it is tried: everything but its times. */
export interface TriedLoad {
  readonly order: number;
  readonly truck: number;
  readonly plant: number;
  readonly line: number;
  readonly place: number;
  /** Which of the truck's spans of the site's zone it goes in and out in; -1: the site is in none. */
  readonly span: number;
  readonly m3: number;
  readonly loadSec: number;
  readonly waySec: number;
  readonly dischargeSec: number;
}

/** Seconds of driving in a day of even travel. */
export const waySec = ({ travel }: DayProblem, from: number, to: number): number =>
  travel.freeSec[from * travel.places + to]!;

/**
 * Whether times exist at which loads, in order of discharge within each order, break no rule; more loads may
 * follow. Knows even travel and one pump; where a truck may not drive so long, it is more permissive.
 */
export function isPossible(day: DayProblem, loads: readonly TriedLoad[]): boolean {
  const pouring = (at: number) => loads.length + at;
  const ready = (order: number) => 2 * loads.length + order;
  const size = 2 * loads.length + day.orders.length;
  const bounds = {
    least: new Float64Array(size).fill(-Infinity),
    most: new Float64Array(size).fill(Infinity),
  };
  const pushes: Push[] = [];
  const choices: Way[][] = [];
  loads.forEach((load, at) => {
    const { ageMaxSec, pumps } = day.orders[load.order]!;
    boundTruck(day, load, bounds, at, pouring(at));
    boundSite(day, load, bounds, at, pouring(at));
    pushes.push({ from: at, to: pouring(at), sec: load.loadSec + load.waySec });
    pushes.push({ from: pouring(at), to: at, sec: load.dischargeSec - ageMaxSec });
    if (pumps > 0) {
      boundPump(day, load, bounds, pouring(at), ready(load.order));
      pushes.push({ from: ready(load.order), to: at, sec: -load.loadSec - load.waySec });
    }
    const own = [...loads.keys()].filter(
      (before) => before < at && loads[before]!.order === load.order,
    );
    if (own.length === 0) {
      const { firstFromSec, firstToSec } = day.orders[load.order]!;
      raise(bounds.least, pouring(at), firstFromSec);
      lower(bounds.most, pouring(at), firstToSec);
    } else {
      keepPour(day, loads, own, at, pouring, pushes, choices);
    }
    for (let other = 0; other < at; other += 1) {
      choices.push(...takeTurns(day, loads, other, at, pouring));
    }
  });
  return hasTimes(bounds, pushes, [...choices, ...movePump(day, loads, pouring, ready)]);
}

const raise = (times: Float64Array, at: number, sec: number): void => {
  times[at] = Math.max(times[at]!, sec);
};
const lower = (times: Float64Array, at: number, sec: number): void => {
  times[at] = Math.min(times[at]!, sec);
};

/** A way there, a way home and the plant's hours. */
function boundTruck(
  day: DayProblem,
  load: TriedLoad,
  { least, most }: Bounds,
  loading: number,
  pours: number,
): void {
  const { duty, startPlace, endPlace } = day.trucks[load.truck]!;
  const { place, open } = day.plants[load.plant]!;
  const order = day.orders[load.order]!;
  raise(least, loading, Math.max(duty.fromSec + waySec(day, startPlace, place), open.fromSec));
  lower(most, loading, open.toSec - load.loadSec);
  const home = order.leaveSec + waySec(day, order.place, endPlace) + day.limits.washSec;
  lower(most, pours, duty.toSec - home - load.dischargeSec);
}

/** The site's hours, and the hours of the truck's pass from going in to coming out. */
function boundSite(
  day: DayProblem,
  load: TriedLoad,
  { least, most }: Bounds,
  loading: number,
  pours: number,
): void {
  const { open, zone, zoneSec, leaveSec } = day.orders[load.order]!;
  raise(least, pours, open.fromSec);
  lower(most, pours, open.toSec - load.dischargeSec);
  if (load.span < 0) return;
  const { fromSec, toSec } = day.trucks[load.truck]!.zoneSpans[zone]![load.span]!;
  raise(least, loading, fromSec + zoneSec - load.loadSec - load.waySec);
  lower(most, pours, toSec - zoneSec - leaveSec - load.dischargeSec);
}

/** The pump is there from its set-up on until it is washed, within its duty and its pass of one span. */
function boundPump(
  day: DayProblem,
  load: TriedLoad,
  { least, most }: Bounds,
  pours: number,
  ready: number,
): void {
  const [pump] = day.pumps;
  const { duty, startPlace, endPlace, setUpSec, washSec, zoneSpans } = pump!;
  const { place, zone, zoneSec } = day.orders[load.order]!;
  raise(least, ready, duty.fromSec + waySec(day, startPlace, place) + setUpSec);
  const goneSec = load.dischargeSec + washSec;
  lower(most, pours, duty.toSec - waySec(day, place, endPlace) - goneSec);
  if (zone < 0) return;
  const [span] = zoneSpans[zone]!;
  raise(least, ready, span!.fromSec + zoneSec + setUpSec);
  lower(most, pours, span!.toSec - zoneSec - goneSec);
}

/** In its turn, at a place that its own order has left, and before the concrete below has set. */
function keepPour(
  day: DayProblem,
  loads: readonly TriedLoad[],
  own: readonly number[],
  at: number,
  pouring: (at: number) => number,
  pushes: Push[],
  choices: Way[][],
): void {
  const { gapMaxSec } = day.orders[loads[at]!.order]!;
  pushes.push({ from: pouring(own.at(-1)!), to: pouring(at), sec: 0 });
  for (const before of own) {
    if (loads[before]!.place !== loads[at]!.place) continue;
    pushes.push({ from: pouring(before), to: pouring(at), sec: loads[before]!.dischargeSec });
  }
  const lasts = own.filter((before, nth) =>
    own.slice(nth + 1).every((later) => loads[later]!.place !== loads[before]!.place),
  );
  // With several places the pause counts from whichever of the earlier ends last.
  choices.push(
    lasts.map((before) => {
      const sec = -loads[before]!.dischargeSec - gapMaxSec;
      return [{ from: pouring(at), to: pouring(before), sec }];
    }),
  );
}

/** What two loads take turns at: a line, a truck, a place that two orders share. */
function takeTurns(
  day: DayProblem,
  loads: readonly TriedLoad[],
  one: number,
  two: number,
  pouring: (at: number) => number,
): Way[][] {
  const turns: Way[][] = [];
  const either = (way: (before: number, after: number) => Push): void => {
    turns.push([[way(one, two)], [way(two, one)]]);
  };
  const [first, second] = [loads[one]!, loads[two]!];
  if (first.plant === second.plant && first.line === second.line) {
    either((before, after) => ({ from: before, to: after, sec: loads[before]!.loadSec }));
  }
  if (first.truck === second.truck) {
    either((before, after) => {
      const { order, dischargeSec } = loads[before]!;
      const { place, leaveSec } = day.orders[order]!;
      const back = waySec(day, place, day.plants[loads[after]!.plant]!.place);
      const sec = dischargeSec + leaveSec + back + day.limits.washSec;
      return { from: pouring(before), to: after, sec };
    });
  }
  const [site, otherSite] = [first, second].map(({ order }) => day.orders[order]!.site);
  const isShared = site !== undefined && site === otherSite && first.order !== second.order;
  if (isShared && first.place === second.place) {
    either((before, after) => {
      return { from: pouring(before), to: pouring(after), sec: loads[before]!.dischargeSec };
    });
  }
  return turns;
}

/** Of two pumped orders the pump goes to one first, stays to its end, is washed, moves and is set up. */
function movePump(
  day: DayProblem,
  loads: readonly TriedLoad[],
  pouring: (at: number) => number,
  ready: (order: number) => number,
): Way[][] {
  const pumped = [...new Set(loads.map(({ order }) => order))].filter(
    (order) => day.orders[order]!.pumps > 0,
  );
  const [pump] = day.pumps;
  const goesOn = (from: number, to: number): Way =>
    loads.flatMap(({ order, dischargeSec }, at) => {
      if (order !== from) return [];
      const move = waySec(day, day.orders[from]!.place, day.orders[to]!.place);
      const sec = dischargeSec + pump!.washSec + move + pump!.setUpSec;
      return [{ from: pouring(at), to: ready(to), sec }];
    });
  return pumped.flatMap((one, at) =>
    pumped.slice(at + 1).map((two) => [goesOn(one, two), goesOn(two, one)]),
  );
}
