import type { ChainGoal } from './goal.js';

/** A load moved by less than this is not a change that anybody has to be told of. */
export const UNNOTICED_SEC = 600;

/** Loads whose truck or time differs from what people were told. */
export const change: ChainGoal = {
  code: 'change',
  unit: 'loads',
  price: ({ weights }) => weights.changePerLoad,
  ofChain(order, { loads }) {
    if (order.released.length === 0) return 0;
    const chosen = loads.slice(order.started.length);
    let changed = Math.max(0, order.released.length - chosen.length);
    chosen.forEach((load, index) => {
      const told = order.released[index];
      if (
        told !== undefined &&
        (told.truck !== load.truck || Math.abs(told.loadFromSec - load.loadFromSec) > UNNOTICED_SEC)
      ) {
        changed += 1;
      }
    });
    return changed;
  },
};
