import {
  advanceDay,
  type DayPlan,
  type DayProblem,
  type DaySolving,
  DayState,
  explainUnserved,
  groupsOf,
  planGhostsLast,
  replanDay,
  type SearchLook,
  solveDay,
  type UnservedReason,
} from '@tongyun/solver';

/** What crosses into a solving thread. */
export interface SolveJob {
  readonly problem: DayProblem;
  /** Set: is mended, so that as little as can be changes; null: planned from nothing. */
  readonly earlier: DayPlan | null;
  readonly seed: number;
  /** The same number of steps gives the same plan; seconds give what the machine can. */
  readonly budget: { readonly searchSec: number } | { readonly steps: number };
}

export interface Solved {
  readonly plan: DayPlan;
  readonly unserved: readonly UnservedReason[];
}

/** How far a search has come, and what its best plan so far comes to. */
export interface SearchProgress extends SearchLook {
  /** Of the budget that is spent, [0, 1]. */
  readonly share: number;
}

/** What a search asks and tells while it runs. */
export interface SolveWatch {
  readonly clockMs: () => number;
  readonly onProgress: (progress: SearchProgress) => void;
  /** Whether the best plan so far is wanted now. */
  readonly isEnough: () => boolean;
}

const TELL_EVERY = 0.01;
const atOnce = (): number => 1;

/** Plans or mends a day, and says of every order that is not served what stands in the way. */
export function solveJob(
  { problem, earlier, seed, budget }: SolveJob,
  { clockMs, onProgress, isEnough }: SolveWatch,
): Solved {
  const beganMs = clockMs();
  let share = 0;
  let told = -TELL_EVERY;
  let last = null as SearchLook | null;
  const spent = (step: number): number => {
    share = isEnough() ? 1 : shareOf(budget, step, clockMs() - beganMs);
    return share;
  };
  const onStep = (look: () => SearchLook): void => {
    if (share < 1 && share - told < TELL_EVERY) return;
    told = share;
    last = look();
    if (share < 1) onProgress({ ...last, share });
  };
  // The search is for what is sure; ghosts take what is left as it comes.
  const plan = planGhostsLast(
    problem,
    (day) => solveWith(day, { spent, onStep }),
    (day) => solveWith(day, { spent: atOnce }),
  );
  if (last !== null) onProgress({ ...last, share: 1 });
  return { plan, unserved: explainAll(problem, plan) };

  function solveWith(day: DayProblem, search: Pick<DaySolving, 'spent' | 'onStep'>): DayPlan {
    return earlier === null
      ? solveDay(day, { seed, ...search })
      : replanDay(day, earlier, { seed, ...search, orders: groupsOf(day).flat() });
  }
}

/** Share of a budget that is spent; of none at all: all. */
function shareOf(budget: SolveJob['budget'], step: number, spentMs: number): number {
  if ('steps' in budget) return budget.steps === 0 ? 1 : step / budget.steps;
  return spentMs / Math.max(1, budget.searchSec * 1_000);
}

/** What stands in the way of each order that a plan does not serve, beside all that it does. */
export function explainAll(problem: DayProblem, plan: DayPlan): UnservedReason[] {
  const settled = advanceDay(problem, plan, Number.MAX_SAFE_INTEGER).problem;
  const state = new DayState({ ...settled, nowSec: problem.nowSec });
  return state.open.flatMap((order) => {
    const reason = explainUnserved(state, order);
    return [reason ?? { order, lacks: 'load' as const, loadsPlaced: 0, codes: {} }];
  });
}
