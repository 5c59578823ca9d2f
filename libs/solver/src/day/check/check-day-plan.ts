import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { checkChains } from './check-chains.js';
import { checkPumps } from './check-pumps.js';
import { checkQueue } from './check-queue.js';
import { checkSites } from './check-sites.js';
import { checkLines, checkTrucks } from './check-vehicles.js';
import type { DayFault } from './day-fault.js';

/**
 * Recomputes a finished plan from the problem alone and names every hard rule that it breaks; it
 * shares no code with the search. Loads and pumps that have begun are facts, not faults.
 */
export const checkDayPlan = (problem: DayProblem, plan: DayPlan): DayFault[] => [
  ...checkChains(problem, plan),
  ...checkSites(problem, plan),
  ...checkTrucks(problem, plan),
  ...checkLines(problem, plan),
  ...checkPumps(problem, plan),
  ...checkQueue(problem, plan),
];
