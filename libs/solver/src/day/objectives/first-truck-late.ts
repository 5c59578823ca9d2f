import type { ChainGoal } from './goal.js';

/** Minutes that the first discharge begins after it was wanted. */
export const firstTruckLate: ChainGoal = {
  code: 'first_truck_late',
  unit: 'min',
  price: ({ weights }) => weights.firstLatePerMin,
  ofChain(order, { loads }) {
    const first = loads[0];
    return first === undefined || first.started
      ? 0
      : Math.max(0, first.dischargeFromSec - order.firstFromSec) / 60;
  },
};
