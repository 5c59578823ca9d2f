import { firstPumpForbidding } from '../construct/choose-pumps.js';
import type { PlannedPumpJob } from '../problem/day-plan.js';
import type { DayState } from '../state/day-state.js';

/** The pumps of an earlier plan that are not there yet, when all still may come; null otherwise. */
export function keepPumps(
  state: DayState,
  order: number,
  earlier: readonly PlannedPumpJob[],
): PlannedPumpJob[] | null {
  const { pumps, startedPumps } = state.problem.orders[order]!;
  const started = new Set(startedPumps.map(({ pump }) => pump));
  const coming = earlier.filter(({ pump }) => !started.has(pump));
  if (coming.length + started.size < pumps) return null;
  const may = coming.every(
    (job) => firstPumpForbidding({ ...job, at: state.placeAmongJobs(job) }, state) === null,
  );
  return may ? coming.map((job) => ({ ...job, started: false })) : null;
}
