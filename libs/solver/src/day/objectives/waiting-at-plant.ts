import { groupBy } from '@tongyun/kernel';
import type { PlantGoal } from './goal.js';

/**
 * Minutes that trucks which have come back stand in the queue for a line: from when a truck is washed out
 * and free to load until it loads, as far as its line loads others one after the other up to its turn.
 *
 * A truck whose line stands still is parked, for nobody wants its concrete yet; and before the first load
 * of his day a driver is not there, but called in for it.
 */
export const waitingAtPlant: PlantGoal = {
  code: 'waiting_at_plant',
  unit: 'min',
  price: ({ weights }) => weights.plantWaitPerMin,
  ofPlant(turns) {
    let seconds = 0;
    for (const onLine of groupBy(turns, ({ line }) => line).values()) {
      let [busyFromSec, busyToSec] = [-Infinity, -Infinity];
      const inTime = onLine.toSorted((one, other) => one.loadFromSec - other.loadFromSec);
      for (const { readySec, loadFromSec, loadToSec, isStarted, isFirstOfDay } of inTime) {
        if (loadFromSec > busyToSec) busyFromSec = loadFromSec;
        if (!isStarted && !isFirstOfDay) {
          seconds += Math.max(0, loadFromSec - Math.max(readySec, busyFromSec));
        }
        busyToSec = Math.max(busyToSec, loadToSec);
      }
    }
    return seconds / 60;
  },
};
