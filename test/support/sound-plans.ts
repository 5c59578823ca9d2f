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

/** `replanDay` whose plan the checker has seen. */
export const replanSoundly = (
  problem: DayProblem,
  earlier: DayPlan,
  replanning: Replanning,
): DayPlan => sound(problem, replanDay(problem, earlier, replanning));

function sound(problem: DayProblem, plan: DayPlan): DayPlan {
  expect(checkDayPlan(problem, plan)).toEqual([]);
  return plan;
}
