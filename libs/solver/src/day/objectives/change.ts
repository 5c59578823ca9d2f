import type { ChainGoal } from './goal.js';

/** Loads whose truck or time differs from what people were told, by more than they are told again for. */
export const change: ChainGoal = {
  code: 'change',
  unit: 'loads',
  price: ({ weights }) => weights.changePerLoad,
  ofChain(order, { loads }, { limits }) {
    if (order.released.length === 0) return 0;
    const chosen = loads.slice(order.started.length);
    let changed = Math.max(0, order.released.length - chosen.length);
    chosen.forEach((load, index) => {
      const told = order.released[index];
      if (
        told !== undefined &&
        (told.truck !== load.truck ||
          Math.abs(told.loadToSec - load.loadToSec) > limits.unnoticedSec)
      ) {
        changed += 1;
      }
    });
    return changed;
  },
};
