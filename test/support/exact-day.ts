import type { DayOrder, DayProblem } from '@tongyun/solver';

/**
 * The most volume that any plan of a small day can serve, m³, found by trying every sequence of
 * loads on every truck. For a fixed sequence all rules are differences between times, and the least
 * times that keep them are found by pushing until nothing moves; what is pushed past a bound is
 * impossible.
 *
 * Knows days without zones, with one line a plant, one source an order, drums of one size, one place
 * a site and even travel; drums are filled before the next is begun. It shares no code with the search.
 */
export function mostServedM3(day: DayProblem): number {
  const subsets = Array.from({ length: 2 ** day.orders.length }, (_, bits) =>
    day.orders.flatMap((_order, index) => ((bits >> index) & 1 ? [index] : [])),
  );
  const volumeOf = (subset: readonly number[]) =>
    subset.reduce((sum, order) => sum + day.orders[order]!.volumeM3, 0);
  const byVolume = subsets.toSorted((one, other) => volumeOf(other) - volumeOf(one));
  return volumeOf(
    byVolume.find((subset) =>
      pumpSequences(day, subset).some((pumps) => canServe(day, subset, pumps)),
    )!,
  );
}

interface Load {
  readonly order: number;
  readonly loadSec: number;
  readonly waySec: number;
  readonly dischargeSec: number;
  readonly isLast: boolean;
}

/** One time is at least another plus a number of seconds. */
interface Push {
  readonly from: number;
  readonly to: number;
  readonly sec: number;
}

const way = ({ travel }: DayProblem, from: number, to: number): number =>
  travel.freeSec[from * travel.places + to]!;

function loadsOf(day: DayProblem, order: number): Load[] {
  const { volumeM3, sources, place, dischargeFixedSec, dischargeSecPerM3 } = day.orders[order]!;
  const plant = day.plants[sources[0]!.plant]!;
  const { drumM3 } = day.trucks[0]!;
  const count = Math.ceil(volumeM3 / drumM3);
  return Array.from({ length: count }, (_, at) => {
    const m3 = Math.min(drumM3, volumeM3 - at * drumM3);
    return {
      order,
      loadSec: day.limits.loadFixedSec + Math.ceil((m3 / plant.lines[0]!.rateM3PerHour) * 3_600),
      waySec: way(day, plant.place, place),
      dischargeSec: dischargeFixedSec + Math.ceil(m3 * dischargeSecPerM3),
      isLast: at === count - 1,
    };
  });
}

/** Every sequence in which the one pump can serve the pumped orders. */
function pumpSequences(day: DayProblem, subset: readonly number[]): number[][] {
  const pumped = subset.filter((order) => day.orders[order]!.pumps > 0);
  const grow = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) =>
          grow(left.filter((order) => order !== first)).map((rest) => [first, ...rest]),
        );
  return grow(pumped);
}

/** Where in the list of times a load's loading stands; discharges come behind, then the pumps. */
const loading = (at: number): number => at;

function canServe(day: DayProblem, subset: readonly number[], pumps: readonly number[]): boolean {
  const chains = subset.map((order) => loadsOf(day, order));
  const taken: { load: Load; truck: number }[] = [];
  const next = chains.map(() => 0);
  const total = chains.reduce((sum, chain) => sum + chain.length, 0);
  const grow = (): boolean => {
    if (taken.length === total) return isPossible(day, taken, pumps);
    return chains.some((chain, at) => {
      const load = chain[next[at]!];
      if (load === undefined) return false;
      next[at]! += 1;
      const found = day.trucks.some((_truck, truck) => {
        // Trucks are alike: a new one is taken in their sequence.
        if (truck > 0 && !taken.some((it) => it.truck === truck - 1)) return false;
        taken.push({ load, truck });
        const works = isPossible(day, taken, pumps) && grow();
        taken.pop();
        return works;
      });
      next[at]! -= 1;
      return found;
    });
  };
  return grow();
}

/** Whether times exist for loads that begin loading in this sequence. */
function isPossible(
  day: DayProblem,
  taken: readonly { load: Load; truck: number }[],
  pumps: readonly number[],
): boolean {
  const count = taken.length;
  const orders = day.orders.length;
  const pouring = (at: number) => count + at;
  const ready = (order: number) => 2 * count + order;
  const least = new Float64Array(2 * count + orders).fill(-Infinity);
  const most = new Float64Array(2 * count + orders).fill(Infinity);
  const pushes: Push[] = [];
  const push = (from: number, to: number, sec: number) => pushes.push({ from, to, sec });
  taken.forEach(({ load, truck }, at) => {
    const order = day.orders[load.order]!;
    bound(day, order, load, truck, least, most, loading(at), pouring(at));
    push(loading(at), pouring(at), load.loadSec + load.waySec);
    push(pouring(at), loading(at), load.dischargeSec - order.ageMaxSec);
    const before = taken.findLastIndex((it, index) => index < at && it.load.order === load.order);
    if (before < 0) {
      least[pouring(at)] = Math.max(least[pouring(at)]!, order.firstFromSec);
      most[pouring(at)] = Math.min(most[pouring(at)]!, order.firstToSec);
    } else {
      const { dischargeSec } = taken[before]!.load;
      push(pouring(before), pouring(at), dischargeSec);
      push(pouring(at), pouring(before), -dischargeSec - order.gapMaxSec);
    }
    const trip = taken.findLastIndex((it, index) => index < at && it.truck === truck);
    if (trip >= 0) {
      const earlier = taken[trip]!.load;
      const from = day.orders[earlier.order]!;
      const back = way(day, from.place, plantOf(day, load.order).place);
      push(
        pouring(trip),
        loading(at),
        earlier.dischargeSec + from.leaveSec + back + day.limits.washSec,
      );
    }
    const plant = order.sources[0]!.plant;
    const slot = taken.findLastIndex(
      (it, index) => index < at && day.orders[it.load.order]!.sources[0]!.plant === plant,
    );
    if (slot >= 0) push(loading(slot), loading(at), taken[slot]!.load.loadSec);
    if (order.pumps > 0) push(ready(load.order), loading(at), -load.loadSec - load.waySec);
  });
  pumpMoves(day, taken, pumps, { least, most, push, pouring, ready });
  return settles(least, most, pushes);
}

const plantOf = (day: DayProblem, order: number) =>
  day.plants[day.orders[order]!.sources[0]!.plant]!;

function bound(
  day: DayProblem,
  order: DayOrder,
  load: Load,
  truckIndex: number,
  least: Float64Array,
  most: Float64Array,
  loads: number,
  pours: number,
): void {
  const truck = day.trucks[truckIndex]!;
  const plant = plantOf(day, load.order);
  least[loads] = Math.max(
    truck.duty.fromSec + way(day, truck.startPlace, plant.place),
    plant.open.fromSec,
  );
  most[loads] = plant.open.toSec - load.loadSec;
  least[pours] = order.open.fromSec;
  const home = order.leaveSec + way(day, order.place, truck.endPlace) + day.limits.washSec;
  most[pours] = Math.min(order.open.toSec, truck.duty.toSec - home) - load.dischargeSec;
}

function pumpMoves(
  day: DayProblem,
  taken: readonly { load: Load }[],
  pumps: readonly number[],
  times: {
    readonly least: Float64Array;
    readonly most: Float64Array;
    readonly push: (from: number, to: number, sec: number) => void;
    readonly pouring: (at: number) => number;
    readonly ready: (order: number) => number;
  },
): void {
  const pump = day.pumps[0]!;
  pumps.forEach((order, at) => {
    const { place } = day.orders[order]!;
    const out = way(day, pump.startPlace, place) + pump.setUpSec;
    times.least[times.ready(order)] = pump.duty.fromSec + out;
    const last = taken.findIndex(({ load }) => load.order === order && load.isLast);
    if (last < 0) return;
    const doneSec = taken[last]!.load.dischargeSec + pump.washSec;
    const next = pumps[at + 1];
    if (next !== undefined) {
      const move = way(day, place, day.orders[next]!.place) + pump.setUpSec;
      times.push(times.pouring(last), times.ready(next), doneSec + move);
    }
    const latest = pump.duty.toSec - way(day, place, pump.endPlace) - doneSec;
    const pour = times.pouring(last);
    times.most[pour] = Math.min(times.most[pour]!, latest);
  });
}

/** Pushes times up until all differences hold; false when one passes its bound. */
function settles(least: Float64Array, most: Float64Array, pushes: readonly Push[]): boolean {
  for (let moved = true; moved;) {
    moved = false;
    for (const { from, to, sec } of pushes) {
      const atLeast = least[from]! + sec;
      if (atLeast <= least[to]!) continue;
      if (atLeast > most[to]!) return false;
      least[to] = atLeast;
      moved = true;
    }
  }
  return least.every((sec, at) => sec <= most[at]!);
}
