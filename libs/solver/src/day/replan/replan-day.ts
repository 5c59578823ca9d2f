import { searchInTurns } from '../../search/search-in-turns.js';
import { buildChain, type Keep } from '../construct/build-chain.js';
import { placeOrder } from '../construct/place-order.js';
import { pumpsReadySec } from '../construct/pumps-ready-sec.js';
import { searchDay } from '../improve/day-search.js';
import { lookAt, type SearchLook } from '../improve/search-look.js';
import type { DayPlan, PlannedLoad, PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { refuseFaulty } from '../problem/find-day-fault.js';
import { keepQueue } from '../queue/keep-queue.js';
import { DayState } from '../state/day-state.js';
import { keepLoads } from './keep-loads.js';
import { keepPumps } from './keep-pumps.js';

export interface Replanning {
  readonly seed: number;
  /** Share of the budget that is spent before a step of improving, [0, 1]. */
  readonly spent: (step: number) => number;
  /** Told of the repaired plan and after each step, once `spent` was asked; looking is dear, and done within the call. */
  readonly onStep?: (look: () => SearchLook) => void;
  /** The orders that the event may touch: whole groups. All others stay out of the answer. */
  readonly orders: readonly number[];
}

/**
 * Repairs a plan after an event. The problem is the one after it, with what has started by now and
 * what people were told; loads keep truck and time where the rules still allow it, else only the
 * truck changes, else what follows in the pour is planned anew, else the whole rest of the pour.
 *
 * Throws RangeError for a day that `findDayFault` finds fault with.
 */
export function replanDay(
  problem: DayProblem,
  earlier: DayPlan,
  { seed, spent, onStep, orders }: Replanning,
): DayPlan {
  refuseFaulty(problem);
  const state = new DayState(problem, orders);
  const open = new Set(state.open);
  const todo = orders.filter((order) => open.has(order));
  const loadsOf = collect(earlier.loads, todo);
  const jobsOf = collect(earlier.pumpJobs, todo);
  const rest = todo.filter((order) => !keepWhole(state, order, loadsOf, jobsOf));
  for (const order of byUrgency(problem, rest)) {
    const keep = keeping(state, order, loadsOf, jobsOf);
    const resumed = buildChain(state, order, AT_ONCE, null, { keep });
    if (!resumed) placeOrder(state, order, null);
  }
  const { moved, search } = searchDay(state, todo, seed);
  const beganWith = state.cost();
  const mine = new Set(todo);
  const look = (steps: number): SearchLook =>
    lookAt(problem, steps, beganWith + search.bestAdded, (order) =>
      mine.has(order) ? moved.serves(order) : !open.has(order),
    );
  const inTurns = {
    step: (share: number) => search.step(share),
    turns: () => (todo.length === 0 ? 0 : 1),
  };
  searchInTurns([inTurns], { spent, onStep: (steps) => onStep?.(() => look(steps)) });
  moved.settle();
  return keepQueue(problem, state.plan(orders));
}

/** What is left begins when it can; the window and the gap say by when it must. */
const AT_ONCE = { startSec: -Infinity, pauseSec: 0 } as const;

type Loads = ReadonlyMap<number, readonly PlannedLoad[]>;
type Jobs = ReadonlyMap<number, readonly PlannedPumpJob[]>;

/** Whether an order is served by the same loads at the same times as before. */
const keepWhole = (state: DayState, order: number, loads: Loads, jobs: Jobs): boolean =>
  buildChain(state, order, AT_ONCE, null, {
    keep: (site, into) => {
      const pumpJobs = keepPumps(state, order, jobs.get(order) ?? []);
      if (pumpJobs !== null) {
        keepLoads(
          state,
          loads.get(order) ?? [],
          pumpsReadySec(state, order, pumpJobs),
          site,
          into,
          false,
        );
      }
      return { pumpJobs, goOn: pumpJobs !== null && site.isServed() };
    },
  });

/** Keeps what still works, with other trucks where it must be, for what is missing to follow on it. */
const keeping =
  (state: DayState, order: number, loads: Loads, jobs: Jobs): Keep =>
  (site, into) => {
    const pumpJobs = keepPumps(state, order, jobs.get(order) ?? []);
    if (pumpJobs !== null) {
      keepLoads(
        state,
        loads.get(order) ?? [],
        pumpsReadySec(state, order, pumpJobs),
        site,
        into,
        true,
      );
    }
    const begins = into.length > 0 || state.problem.orders[order]!.started.length > 0;
    return { pumpJobs, goOn: begins };
  };

/** Pours under way first, then by priority, then by what begins first. */
function byUrgency({ orders }: DayProblem, list: readonly number[]): number[] {
  const isUnderWay = (order: number) => Number(orders[order]!.started.length > 0);
  return list.toSorted(
    (one, other) =>
      isUnderWay(other) - isUnderWay(one) ||
      orders[one]!.priority - orders[other]!.priority ||
      orders[one]!.firstFromSec - orders[other]!.firstFromSec,
  );
}

function collect<Row extends { readonly order: number; readonly started: boolean }>(
  rows: readonly Row[],
  orders: readonly number[],
): Map<number, Row[]> {
  const lists = new Map<number, Row[]>(orders.map((order) => [order, []]));
  for (const row of rows) if (!row.started) lists.get(row.order)?.push(row);
  return lists;
}
