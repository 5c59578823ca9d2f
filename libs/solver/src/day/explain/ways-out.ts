import { placeOrder } from '../construct/place-order.js';
import { checkDayPlan } from '../check/check-day-plan.js';
import { findNewFaults } from '../check/find-new-faults.js';
import { type DayPrice, emptyKmOf, priceDayPlan } from '../objectives/price-day-plan.js';
import { unservedPoints } from '../objectives/unserved.js';
import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { advanceDay } from '../replan/advance.js';
import { DayState } from '../state/day-state.js';
import type { Relaxing, Way } from './relaxation.js';
import { relaxations } from './relaxations.js';

/** A way in which an order that is left out can be served beside all that is planned. */
export interface WayOut {
  readonly way: Way;
  /** What it costs: of the goals that it makes worse, and of the way itself. */
  readonly points: number;
  /** First discharge after it was wanted, minutes. */
  readonly lateMin: number;
  /** Waiting of its trucks at the site, minutes. */
  readonly waitMin: number;
  /** Empty kilometres that come on top over all trucks. */
  readonly emptyKm: number;
  readonly loads: number;
}

/**
 * The ways out for an order that a plan does not serve, the cheapest first: each is a rule relaxed on a
 * copy, on which the order is really planned beside everything else, with the checker finding no new fault. Of ways
 * of one kind only the smallest that works is named.
 */
export function findWaysOut(
  problem: DayProblem,
  plan: DayPlan,
  order: number,
  relaxing: Relaxing,
): WayOut[] {
  const before = priceDayPlan(problem, plan);
  const found: WayOut[] = [];
  for (const steps of relaxations(problem, order, relaxing)) {
    for (const { relaxed, wayOf, price } of steps) {
      const served = serveBeside(relaxed, plan, order);
      const way = served && wayOf(served);
      if (served === null || way === null) continue;
      const after = priceDayPlan(relaxed, served);
      found.push(toWayOut(problem, order, before, after, served, way, price));
      break;
    }
  }
  return found.toSorted((one, other) => one.points - other.points);
}

/** The plan with one more order served and nothing else changed; null when it cannot be, or breaks a rule. */
function serveBeside(problem: DayProblem, plan: DayPlan, order: number): DayPlan | null {
  const { startedPumps } = problem.orders[order]!;
  const stays = (pump: number): boolean => startedPumps.some((standing) => standing.pump === pump);
  const pumpJobs = plan.pumpJobs.filter((job) => job.order !== order || stays(job.pump));
  const settled = advanceDay(problem, { ...plan, pumpJobs }, Number.MAX_SAFE_INTEGER).problem;
  const state = new DayState({ ...settled, nowSec: problem.nowSec });
  if (!placeOrder(state, order, null)) return null;
  const { loads, pumpJobs: own } = state.chains[order]!;
  const served = {
    loads: [...plan.loads, ...loads.filter(({ started }) => !started)],
    pumpJobs: [...plan.pumpJobs.filter((job) => job.order !== order), ...own],
    pumpless: plan.pumpless?.filter((one) => one !== order) ?? [],
  };
  // What the day has done to the rest of the plan keeps nothing from being served.
  const faults = findNewFaults(checkDayPlan(problem, plan), checkDayPlan(problem, served));
  return faults.length === 0 ? served : null;
}

function toWayOut(
  problem: DayProblem,
  order: number,
  before: DayPrice,
  after: DayPrice,
  { loads }: DayPlan,
  way: Way,
  price: number,
): WayOut {
  const units = after.orders[order]!;
  const spent =
    after.points - before.points + unservedPoints(problem.orders[order]!, problem.nowSec);
  return {
    way,
    points: spent + price,
    lateMin: units['first_truck_late'] ?? 0,
    waitMin: units['waiting_at_site'] ?? 0,
    emptyKm: emptyKmOf(after) - emptyKmOf(before),
    loads: loads.filter((load) => load.order === order && !load.started).length,
  };
}
