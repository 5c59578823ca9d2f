import { seededRandom } from '@tongyun/kernel';
import {
  advanceDay,
  checkDayPlan,
  type DayPlan,
  type DayProblem,
  groupsOf,
  replanDay,
} from '@tongyun/solver';
import { percentile } from '../percentile.js';
import { drawKinds, happen } from './city-events.js';
import { CITY } from './city-table.js';
import { hourSec } from './places.js';
import { merged, StandingImprover } from './standing-improver.js';

const FIRST_SEC = hourSec(CITY.happening.fromHour);
const LAST_SEC = hourSec(CITY.happening.toHour);

export interface AfterEvents {
  readonly problem: DayProblem;
  readonly plan: DayPlan;
  readonly events: number;
  readonly violations: number;
  readonly replanP50Ms: number;
  readonly replanP99Ms: number;
  readonly changesPerEvent: number;
  readonly offersTaken: number;
}

/** Lets a day run as planned and things happen in it; after each the plan is mended, checked, and looked behind. */
export function runEvents(
  day: DayProblem,
  planned: DayPlan,
  count: number,
  seed: number,
): AfterEvents {
  const random = seededRandom(seed);
  const groups = groupsOf(day);
  const standing = new StandingImprover(day);
  let [problem, plan] = [day, planned];
  const tookMs: number[] = [];
  let [changes, violations] = [0, 0];
  const check = (after: string): void => {
    const faults = checkDayPlan(problem, plan);
    violations += faults.length;
    if (faults.length > 0) console.error(after, faults.slice(0, 2));
  };
  drawKinds(random, count).forEach((kind, index, kinds) => {
    const nowSec = Math.round(FIRST_SEC + ((LAST_SEC - FIRST_SEC) * index) / kinds.length);
    ({ problem, plan } = advanceDay(problem, plan, nowSec));
    const happened = happen(kind, random, problem, plan);
    if (happened === null) return;
    problem = happened.problem;
    const orders = groups.find((group) => group.includes(happened.order))!;
    const began = performance.now();
    const mended = replanDay(problem, plan, {
      seed: index,
      orders,
      spent: () => (performance.now() - began) / CITY.improveMs,
    });
    tookMs.push(performance.now() - began);
    changes += countChanges(problem, mended);
    plan = merged(plan, mended, new Set(orders));
    check(kind);
    const improved = standing.improve(problem, plan);
    if (improved === plan) return;
    plan = improved;
    check('standing improver');
  });
  return {
    problem,
    plan,
    events: tookMs.length,
    violations,
    replanP50Ms: Math.round(percentile(tookMs, 0.5)),
    replanP99Ms: Math.round(percentile(tookMs, 0.99)),
    changesPerEvent: Math.round((100 * changes) / tookMs.length) / 100,
    offersTaken: standing.taken,
  };
}

/** Loads that come with another truck or at another time than people were told, or not at all. */
function countChanges({ orders, limits }: DayProblem, mended: DayPlan): number {
  const coming = new Map<number, { truck: number; loadToSec: number }[]>();
  for (const load of mended.loads) {
    if (!load.started) coming.set(load.order, [...(coming.get(load.order) ?? []), load]);
  }
  let changes = 0;
  orders.forEach(({ released }, order) => {
    const now = coming.get(order);
    if (now === undefined) return;
    released.forEach((told, at) => {
      const load = now[at];
      const same =
        load?.truck === told.truck &&
        Math.abs(load.loadToSec - told.loadToSec) <= limits.unnoticedSec;
      if (!same) changes += 1;
    });
  });
  return changes;
}
