import type { PumpRule } from './pump-try.js';

/** A pump stands for enterprises that supply the order and that it may work for. */
export const pumpNoAgreement: PumpRule = {
  code: 'no_agreement',
  forbids({ pump, order }, { problem }) {
    const { worksFor } = problem.pumps[pump]!;
    return !problem.orders[order]!.sources.some(({ plant }) =>
      worksFor.includes(problem.plants[plant]!.enterprise),
    );
  },
};
