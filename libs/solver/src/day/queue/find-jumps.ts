import { groupBy } from '@tongyun/kernel';
import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { toldNextOf } from '../state/told-next.js';
import { readyTimesOf } from './ready-times.js';
import { withoutGhosts } from './without-ghosts.js';

/** A load whose truck came to the plant later than another one that still waits when it loads. */
export interface Jump {
  readonly load: PlannedLoad;
  /** What the truck that waited longest loads afterwards. */
  readonly jumped: PlannedLoad;
}

/**
 * The jumps of the queues at all plants, one for each load that jumps, in order of loading. What waits for a
 * call stands in no queue.
 */
export function findJumps(problem: DayProblem, plan: DayPlan): Jump[] {
  const { loads } = withoutGhosts(problem, plan);
  const readySec = readyTimes(problem, loads);
  const jumps: Jump[] = [];
  for (const atPlant of groupBy(loads, ({ plant }) => plant).values()) {
    for (const load of atPlant) {
      const waiting = atPlant.filter(
        (other) =>
          other.loadFromSec > load.loadFromSec && readySec.get(other)! < readySec.get(load)!,
      );
      const [jumped] = waiting.toSorted((one, two) => readySec.get(one)! - readySec.get(two)!);
      if (jumped && !load.started) jumps.push({ load, jumped });
    }
  }
  return jumps.toSorted((one, other) => one.load.loadFromSec - other.load.loadFromSec);
}

/** When each load's truck is at its plant, washed out and free to load. */
function readyTimes(problem: DayProblem, loads: readonly PlannedLoad[]): Map<PlannedLoad, number> {
  const ready = new Map<PlannedLoad, number>();
  const toldNext = toldNextOf(problem);
  for (const [truck, own] of groupBy(loads, (load) => load.truck)) {
    const inTime = own.toSorted((one, other) => one.loadFromSec - other.loadFromSec);
    readyTimesOf(problem, toldNext, truck, inTime).forEach((sec, at) =>
      ready.set(inTime[at]!, sec),
    );
  }
  return ready;
}
