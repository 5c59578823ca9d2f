import type { ChainGoal } from './goal.js';

/**
 * Cubic metres of drum that drive to a site unfilled: what is ordered is covered with the smallest waste by
 * few loads in drums that fit. Mortar for a pump fills no drum and is no waste.
 */
export const waste: ChainGoal = {
  code: 'waste',
  unit: 'm³',
  price: ({ weights }) => weights.wastePerM3,
  ofChain(_order, { loads }, { trucks }) {
    let m3 = 0;
    for (const load of loads) {
      if (load.started || load.kind !== 'concrete') continue;
      m3 += Math.max(0, trucks[load.truck]!.drumM3 - load.m3);
    }
    return m3;
  },
};
