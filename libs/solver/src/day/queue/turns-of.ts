import type { Turn } from '../objectives/goal.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { readyTimesOf } from './ready-times.js';

/**
 * A truck's turns in the queues of its plants, one for each of its loads.
 *
 * @param own the truck's loads in order of loading
 */
export const turnsOf = (problem: DayProblem, truck: number, own: readonly PlannedLoad[]): Turn[] =>
  readyTimesOf(problem, truck, own).map((readySec, at) => {
    const { line, loadFromSec, loadToSec, started } = own[at]!;
    return { readySec, line, loadFromSec, loadToSec, isStarted: started, isFirstOfDay: at === 0 };
  });
