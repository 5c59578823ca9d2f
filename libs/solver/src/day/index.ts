export { checkDayPlan } from './check/check-day-plan.js';
export type { DayFault } from './check/day-fault.js';
export { findBrokenHolds } from './check/find-broken-holds.js';
export { findNewFaults } from './check/find-new-faults.js';
export { howPumpComes } from './constraints/pump-ways.js';
export type { DayPlan, PlannedLoad, PlannedPumpJob } from './problem/day-plan.js';
export type * from './problem/day-problem.js';
export { findDayFault } from './problem/find-day-fault.js';
export { withJams } from './problem/jams.js';
export { dischargeSecOf, loadingSecOf } from './problem/load-time.js';
export { GHOST, isGhost } from './problem/is-ghost.js';
export { keptM3 } from './problem/kept-m3.js';
export { loadsWithoutPump } from './problem/without-pump.js';
export { leaveBy, roadKm, travelSec } from './problem/travel.js';
export { type DaySolving, solveDay } from './solve-day.js';
export {
  compareTrucks,
  type KeptTruck,
  type OtherTruck,
  type TruckComparison,
} from './explain/compare-trucks.js';
export { explainUnserved, type UnservedReason } from './explain/explain-unserved.js';
export type { Relaxing, Way, WayPrices } from './explain/relaxation.js';
export { findWaysOut, type WayOut } from './explain/ways-out.js';
export { remainingM3 } from './objectives/unserved.js';
export { type DayPrice, type GoalUnits, priceDayPlan } from './objectives/price-day-plan.js';
export { keepQueue, listJumps, type ReasonedJump } from './queue/keep-queue.js';
export { DayState } from './state/day-state.js';
export { planPlainly } from './construct/plan-plainly.js';
export type { SearchLook } from './improve/search-look.js';
export { groupsOf } from './improve/groups.js';
export { planGhostsLast } from './ghosts/plan-ghosts-last.js';
export { advanceDay } from './replan/advance.js';
export { replanDay, type Replanning } from './replan/replan-day.js';
