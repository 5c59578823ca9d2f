import type { ChainGoal } from './goal.js';

/** Minutes that loaded trucks stand at the site before their turn. */
export const waitingAtSite: ChainGoal = {
  code: 'waiting_at_site',
  unit: 'min',
  price: ({ weights }) => weights.waitPerMin,
  ofChain(_order, { loads }) {
    let seconds = 0;
    for (const load of loads) {
      if (!load.started) seconds += load.dischargeFromSec - load.arriveSec;
    }
    return seconds / 60;
  },
};
