import { placeOrder } from './construct/place-order.js';
import { searchInTurns } from '../search/search-in-turns.js';
import { searchDay } from './improve/day-search.js';
import { groupsOf } from './improve/groups.js';
import { lookAt, type SearchLook } from './improve/search-look.js';
import type { DayPlan } from './problem/day-plan.js';
import type { DayProblem } from './problem/day-problem.js';
import { refuseFaulty } from './problem/find-day-fault.js';
import { keepQueue } from './queue/keep-queue.js';
import { DayState } from './state/day-state.js';

export interface DaySolving {
  /** The same seed and number of steps give the same plan. */
  readonly seed: number;
  /** Share of the budget that is spent before a step, [0, 1]; the search ends at 1. */
  readonly spent: (step: number) => number;
  /** Told of the first plan, and now and then of a better one. */
  readonly onPlan?: (plan: () => DayPlan, cost: number) => void;
  /** Told of the first plan and after each step, once `spent` was asked; looking is dear, and done within the call. */
  readonly onStep?: (look: () => SearchLook) => void;
  /** Only these orders are planned: whole groups, as `groupsOf` finds them; all when left out. */
  readonly orders?: readonly number[];
}

/** A group that serves everything gets one turn while one that does not gets this many. */
const UNSERVED_TURNS = 4;
/** One step of a turn for so many orders of a group. */
const ORDERS_PER_STEP = 8;

/**
 * Plans a whole day; whatever it returns keeps every hard rule.
 *
 * Throws RangeError for a day that `findDayFault` finds fault with.
 */
export function solveDay(
  problem: DayProblem,
  { seed, spent, onPlan, onStep, orders }: DaySolving,
): DayPlan {
  refuseFaulty(problem);
  const state = new DayState(problem);
  const mine = new Set(orders ?? problem.orders.keys());
  const groups = groupsOf(problem).filter(([first]) => mine.has(first!));
  for (const group of groups) placeAll(state, group);
  onPlan?.(() => state.plan(mine), state.cost());
  const open = new Set(state.open);
  const searches = groups.flatMap((group, index) => {
    const todo = group.filter((order) => open.has(order));
    return todo.length === 0 ? [] : [{ todo, ...searchDay(state, todo, seed + index) }];
  });
  const beganWith = state.cost();
  const look = (steps: number): SearchLook => {
    const points = searches.reduce((sum, { search }) => sum + search.bestAdded, beganWith);
    const moverOf = new Map(
      searches.flatMap(({ todo, moved }) => todo.map((order) => [order, moved])),
    );
    const isServed = (order: number): boolean =>
      moverOf.get(order)?.serves(order) ?? state.chains[order] !== null;
    return lookAt(problem, steps, points, isServed);
  };
  const inTurns = searches.map(({ todo, search }) => ({
    step: (share: number) => search.step(share),
    turns: () => {
      const lacks = todo.some((order) => state.chains[order] === null);
      return Math.ceil(todo.length / ORDERS_PER_STEP) * (lacks ? UNSERVED_TURNS : 1);
    },
  }));
  searchInTurns(inTurns, {
    spent,
    onStep: (steps) => onStep?.(() => look(steps)),
    onBetter: () => onPlan?.(() => state.plan(mine), state.cost()),
  });
  for (const { moved } of searches) moved.settle();
  return keepQueue(problem, state.plan(mine));
}

/** Orders one after the other: what matters most first, then what begins first. */
function placeAll(state: DayState, group: readonly number[]): void {
  const list = state.problem.orders;
  const open = new Set(state.open);
  const sequence = group
    .filter((order) => open.has(order) && state.chains[order] === null)
    .toSorted(
      (one, other) =>
        list[one]!.priority - list[other]!.priority ||
        list[one]!.firstFromSec - list[other]!.firstFromSec,
    );
  for (const order of sequence) placeOrder(state, order, null);
}
