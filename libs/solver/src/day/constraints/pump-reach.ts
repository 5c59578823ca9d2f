import type { PumpRule } from './pump-try.js';

/** Boom or line reaches the pour. */
export const pumpReach: PumpRule = {
  code: 'pump_reach',
  forbids: ({ pump, order }, { problem }) =>
    problem.pumps[pump]!.reachM < problem.orders[order]!.reachM,
};
