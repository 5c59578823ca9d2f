import type { DayOrder, DayProblem, DayTruck } from '@tongyun/solver';
import { isPossible, type TriedLoad, waySec } from './exact-rules.js';

/** Less than this is nothing that a drum can be filled with, m³. */
const NOTHING_M3 = 0.01;

/**
 * The most that any plan of a small day can serve, m³ by priority: of the first as much as can be, then of
 * the second, then of the third. Found by trying every set of orders with every truck, plant, line, place
 * and span of a pass for each of their loads.
 *
 * Knows what `isPossible` knows; drums are filled, as far as the plant's quota allows, before the next is
 * begun, and mortar comes first. It shares no code with the search.
 */
export function mostServedM3(day: DayProblem): readonly number[] {
  const served = new Map<number, boolean>([[0, true]]);
  let most = [0, 0, 0];
  for (let orders = 1; orders < 2 ** day.orders.length; orders += 1) {
    const list = [...day.orders.keys()].filter((order) => (orders >> order) & 1);
    // What cannot be served together cannot be with one more: smaller sets have smaller numbers.
    const mayBe = list.every((order) => served.get(orders - (1 << order)));
    served.set(orders, mayBe && canServe(day, list));
    const m3 = m3ByPriority(list.map((order) => day.orders[order]!));
    if (served.get(orders) && isMore(m3, most)) most = m3;
  }
  return most;
}

/** Ordered volume by priority, m³. */
export const m3ByPriority = (orders: readonly DayOrder[]): number[] =>
  [0, 1, 2].map((priority) =>
    orders.reduce((sum, order) => (order.priority === priority ? sum + order.volumeM3 : sum), 0),
  );

/** Whether more is served where the two first differ. */
export function isMore(m3: readonly number[], than: readonly number[]): boolean {
  const at = m3.findIndex((one, priority) => Math.abs(one - than[priority]!) > NOTHING_M3);
  return at >= 0 && m3[at]! > than[at]!;
}

interface Rest {
  readonly isPrimed: boolean;
  readonly m3: number;
  /** By source. */
  readonly quotasM3: readonly number[];
}

function canServe(day: DayProblem, list: readonly number[]): boolean {
  const inTime = list.toSorted(
    (one, other) => day.orders[one]!.firstFromSec - day.orders[other]!.firstFromSec,
  );
  const [pump] = day.pumps;
  const isReached = inTime.every((order) => {
    const { pumps, reachM } = day.orders[order]!;
    return pumps === 0 || (pump !== undefined && pump.reachM >= reachM);
  });
  return isReached && grow(day, inTime, 0, restOf(day.orders[inTime[0]!]!), []);
}

const restOf = ({ primingM3, volumeM3, sources }: DayOrder): Rest => ({
  isPrimed: primingM3 === 0,
  m3: volumeM3,
  quotasM3: sources.map(({ maxM3 }) => maxM3),
});

/** Whether the orders from one on can be served beside what is taken already. */
function grow(
  day: DayProblem,
  list: readonly number[],
  at: number,
  rest: Rest,
  taken: readonly TriedLoad[],
): boolean {
  if (rest.m3 > NOTHING_M3) {
    return nextLoads(day, list[at]!, rest, taken).some(({ load, left }) => {
      const loads = [...taken, load];
      return isPossible(day, loads) && grow(day, list, at, left, loads);
    });
  }
  const next = list[at + 1];
  return next === undefined || grow(day, list, at + 1, restOf(day.orders[next]!), taken);
}

/** Every way in which an order's next load can come, times apart, and what is left then. */
function nextLoads(
  day: DayProblem,
  order: number,
  rest: Rest,
  taken: readonly TriedLoad[],
): { load: TriedLoad; left: Rest }[] {
  const { sources, place, places, zone, dischargeFixedSec, dischargeSecPerM3 } = day.orders[order]!;
  const wantedM3 = rest.isPrimed ? rest.m3 : day.orders[order]!.primingM3;
  return day.trucks.flatMap((truck, truckAt) => {
    if (isAlikeUnused(day.trucks, truckAt, taken)) return [];
    const spans = zone < 0 ? [-1] : [...truck.zoneSpans[zone]!.keys()];
    return sources.flatMap(({ plant }, source) => {
      const { lines, place: from } = day.plants[plant]!;
      const quotaM3 = rest.isPrimed ? rest.quotasM3[source]! : Infinity;
      const m3 = Math.min(wantedM3, truck.drumM3, quotaM3);
      if (m3 <= NOTHING_M3) return [];
      const left = rest.isPrimed ? lessOf(rest, source, m3) : { ...rest, isPrimed: true };
      return lines.flatMap(({ rateM3PerHour }, line) =>
        Array.from({ length: places }, (_, at) => at).flatMap((at) =>
          spans.map((span) => ({
            left,
            load: {
              order,
              truck: truckAt,
              plant,
              line,
              place: at,
              span,
              m3,
              loadSec: day.limits.loadFixedSec + Math.ceil((m3 / rateM3PerHour) * 3_600),
              waySec: waySec(day, from, place),
              dischargeSec: dischargeFixedSec + Math.ceil(m3 * dischargeSecPerM3),
            },
          })),
        ),
      );
    });
  });
}

const lessOf = ({ m3, quotasM3 }: Rest, source: number, takenM3: number): Rest => ({
  isPrimed: true,
  m3: m3 - takenM3,
  quotasM3: quotasM3.map((quota, at) => (at === source ? quota - takenM3 : quota)),
});

/** Whether a truck is like one before it that has nothing yet: that one is taken first. */
function isAlikeUnused(
  trucks: readonly DayTruck[],
  truck: number,
  taken: readonly TriedLoad[],
): boolean {
  return trucks
    .slice(0, truck)
    .some(
      (other, at) => isAlike(other, trucks[truck]!) && !taken.some((load) => load.truck === at),
    );
}

const isAlike = (one: DayTruck, other: DayTruck): boolean =>
  one.drumM3 === other.drumM3 &&
  JSON.stringify([one.duty, one.zoneSpans]) === JSON.stringify([other.duty, other.zoneSpans]);
