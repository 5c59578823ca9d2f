import {
  advanceDay,
  type DayPlan,
  type DayProblem,
  DayState,
  explainUnserved,
  groupsOf,
  planGhostsLast,
  replanDay,
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

const TELL_EVERY = 0.05;
const atOnce = (): number => 1;

/** Plans or mends a day, and says of every order that is not served what stands in the way. */
export function solveJob(
  { problem, earlier, seed, budget }: SolveJob,
  clockMs: () => number,
  onProgress: (share: number) => void,
): Solved {
  const beganMs = clockMs();
  let told = 0;
  const spent = (step: number): number => {
    const share = shareOf(budget, step, clockMs() - beganMs);
    if (share < 1 && share - told >= TELL_EVERY) {
      told = share;
      onProgress(share);
    }
    return share;
  };
  const solveWith =
    (share: (step: number) => number) =>
    (day: DayProblem): DayPlan =>
      earlier === null
        ? solveDay(day, { seed, spent: share })
        : replanDay(day, earlier, { seed, spent: share, orders: groupsOf(day).flat() });
  // The search is for what is sure; ghosts take what is left as it comes.
  const plan = planGhostsLast(problem, solveWith(spent), solveWith(atOnce));
  onProgress(1);
  return { plan, unserved: explainAll(problem, plan) };
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
