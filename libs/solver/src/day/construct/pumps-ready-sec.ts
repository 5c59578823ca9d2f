import type { PlannedPumpJob } from '../problem/day-plan.js';
import type { DayState } from '../state/day-state.js';

/**
 * The second from which all pumps of an order are ready: those that stand at it or are on their way,
 * and those that are to come. -Infinity for an order without pumps.
 */
export const pumpsReadySec = (
  state: DayState,
  order: number,
  coming: readonly Pick<PlannedPumpJob, 'readySec'>[],
): number =>
  [...state.begunOf(order).pumpJobs, ...coming].reduce(
    (sec, job) => Math.max(sec, job.readySec),
    -Infinity,
  );
