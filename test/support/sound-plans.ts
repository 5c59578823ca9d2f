import {
  checkDayPlan,
  type DayPlan,
  type DayProblem,
  type DaySolving,
  replanDay,
  type Replanning,
  solveDay,
} from '@tongyun/solver';

/** `solveDay` whose plan the checker has seen: specs plan by it, so that none forgets to. */
export const solveSoundly = (problem: DayProblem, solving: DaySolving): DayPlan =>
  sound(problem, solveDay(problem, solving));

/** `replanDay` whose plan the checker has seen, with what the earlier one has of all other orders. */
export function replanSoundly(
  problem: DayProblem,
  earlier: DayPlan,
  replanning: Replanning,
): DayPlan {
  const mended = replanDay(problem, earlier, replanning);
  const again = new Set(replanning.orders);
  const isOther = ({ order }: { readonly order: number }): boolean => !again.has(order);
  sound(problem, {
    ...mended,
    loads: [...earlier.loads.filter(isOther), ...mended.loads],
    pumpJobs: [...earlier.pumpJobs.filter(isOther), ...mended.pumpJobs],
  });
  return mended;
}

function sound(problem: DayProblem, plan: DayPlan): DayPlan {
  expect(checkDayPlan(problem, plan)).toEqual([]);
  return plan;
}
