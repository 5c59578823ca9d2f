import type { PlantGoal } from './goal.js';

/** Loads taken before a truck that came to the plant earlier and still waits, while queues are kept. */
export const queueJumps: PlantGoal = {
  code: 'queue_jumps',
  unit: 'loads',
  price: ({ queueOrder = 'off', weights }) => (queueOrder === 'off' ? 0 : weights.jumpPerLoad),
  ofPlant(turns) {
    const lastFirst = turns
      .filter(({ queuesFromSec }) => queuesFromSec !== null)
      .toSorted((one, other) => other.loadFromSec - one.loadFromSec);
    let jumps = 0;
    let waitsSinceSec = Infinity;
    for (let at = 0; at < lastFirst.length;) {
      const { loadFromSec } = lastFirst[at]!;
      // Who loads in the same second on another line jumps nobody there.
      let next = at;
      let cameFirstSec = waitsSinceSec;
      for (; lastFirst[next]?.loadFromSec === loadFromSec; next += 1) {
        const { queuesFromSec, isStarted } = lastFirst[next]!;
        if (!isStarted && waitsSinceSec < queuesFromSec!) jumps += 1;
        cameFirstSec = Math.min(cameFirstSec, queuesFromSec!);
      }
      [at, waitsSinceSec] = [next, cameFirstSec];
    }
    return jumps;
  },
};
