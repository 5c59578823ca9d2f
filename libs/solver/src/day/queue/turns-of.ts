import type { Turn } from '../objectives/goal.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import type { ToldNext } from '../state/told-next.js';
import { readyTimesOf } from './ready-times.js';
import { isReal } from './without-ghosts.js';

/**
 * A truck's turns in the queues of its plants, one for each of its loads.
 *
 * @param toldNext by truck, what it was told to load next
 * @param own the truck's loads in order of loading
 */
export function turnsOf(
  problem: DayProblem,
  toldNext: readonly (ToldNext | undefined)[],
  truck: number,
  own: readonly PlannedLoad[],
): Turn[] {
  const readySec = readyTimesOf(problem, toldNext, truck, own);
  const real = own.filter((load) => isReal(problem, load));
  const realSec =
    real.length === own.length ? readySec : readyTimesOf(problem, toldNext, truck, real);
  let realAt = 0;
  return own.map((load, at) => {
    const { line, loadFromSec, loadToSec, started } = load;
    const queuesFromSec = load === real[realAt] ? realSec[realAt++]! : null;
    return {
      readySec: readySec[at]!,
      queuesFromSec,
      line,
      loadFromSec,
      loadToSec,
      isStarted: started,
      isFirstOfDay: at === 0,
    };
  });
}
