import { type DayPlan, type DayProblem, isGhost, keptM3, roadKm } from '@tongyun/solver';
import type { Figures } from './plan-content.js';

const SEC_PER_MIN = 60;
const rounded = (value: number): number => Math.round(value * 10) / 10;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : sum(values) / values.length;

/** What a plan comes to, for people to compare: volumes in m³, times in minutes, ways in km. */
export function computeFigures(problem: DayProblem, plan: DayPlan): Figures {
  // What waits for a call is counted apart.
  const waits = (order: number): boolean => isGhost(problem.orders[order]!);
  const loads = plan.loads.filter(({ order }) => !waits(order));
  const orderedM3 = sum(problem.orders.map(({ volumeM3 }, at) => (waits(at) ? 0 : volumeM3)));
  const servedM3 = sum(loads.map(keptM3));
  const ghostLoads = plan.loads.filter(({ order }) => waits(order));
  const firstSec = problem.orders.flatMap(({ firstFromSec }, order) => {
    const own = loads.filter((load) => load.order === order);
    if (own.length === 0) return [];
    const first = Math.min(...own.map(({ dischargeFromSec }) => dischargeFromSec));
    return [Math.max(0, first - firstFromSec) / SEC_PER_MIN];
  });
  return {
    ghostOrderedM3: rounded(
      sum(problem.orders.map(({ volumeM3 }, at) => (waits(at) ? volumeM3 : 0))),
    ),
    ghostServedM3: rounded(sum(ghostLoads.map(keptM3))),
    orderedM3: rounded(orderedM3),
    servedM3: rounded(servedM3),
    servedPct: orderedM3 === 0 ? 100 : rounded(Math.min(100, (servedM3 / orderedM3) * 100)),
    loads: loads.length,
    trucksUsed: new Set(loads.map(({ truck }) => truck)).size,
    lateMinPerOrder: rounded(mean(firstSec)),
    waitMinPerLoad: rounded(
      mean(loads.map((load) => (load.dischargeFromSec - load.arriveSec) / SEC_PER_MIN)),
    ),
    emptyKmPerLoad: rounded(emptyKm(problem, loads) / Math.max(1, loads.length)),
  };
}

/** To the first plant, from each site to the next plant, and home. */
function emptyKm(problem: DayProblem, loads: DayPlan['loads']): number {
  return sum(
    problem.trucks.map(({ startPlace, endPlace }, truck) => {
      const own = loads
        .filter((load) => load.truck === truck)
        .toSorted((one, other) => one.loadFromSec - other.loadFromSec);
      if (own.length === 0) return 0;
      let place = startPlace;
      let km = 0;
      for (const load of own) {
        km += roadKm(problem.travel, place, problem.plants[load.plant]!.place);
        ({ place } = problem.orders[load.order]!);
      }
      return km + roadKm(problem.travel, place, endPlace);
    }),
  );
}
