import type { TripRule } from './trip-try.js';

/** A truck loads only where its enterprise, or one that has hired or borrowed it, supplies. */
export const noAgreement: TripRule = {
  code: 'no_agreement',
  forbids: ({ truck, plant }, { problem }) =>
    !problem.trucks[truck]!.worksFor.includes(problem.plants[plant]!.enterprise),
};
