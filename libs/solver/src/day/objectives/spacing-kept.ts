import type { ChainGoal } from './goal.js';

/** Minutes that discharges begin later than the site could take them. */
export const spacingKept: ChainGoal = {
  code: 'spacing',
  unit: 'min',
  price: ({ weights }) => weights.spacingPerMin,
  ofChain(order, { loads }) {
    let seconds = 0;
    const freeSec = Array.from({ length: order.places }, () => -Infinity);
    let before = -Infinity;
    for (const load of loads) {
      const wanted = Math.max(freeSec[load.place]!, before + order.spacingSec);
      if (!load.started && wanted > 0) seconds += Math.max(0, load.dischargeFromSec - wanted);
      freeSec[load.place] = load.dischargeToSec;
      before = load.dischargeFromSec;
    }
    return seconds / 60;
  },
};
