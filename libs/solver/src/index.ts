export { checkPourPlan, type PlanFault } from './check/check-pour-plan.js';
export type { Delivery, PourPlan } from './plan/pour-plan.js';
export { findProblemFault } from './problem/find-problem-fault.js';
export type { Pour, PourProblem, Truck } from './problem/pour-problem.js';
export { type Search, solvePours } from './solve-pours.js';
export * from './day/index.js';
