import type { TripRule } from './trip-try.js';

/** From batching to the end of discharge no longer than the concrete keeps. */
export const concreteAge: TripRule = {
  code: 'concrete_age',
  forbids: ({ order, loadFromSec, dischargeToSec }, { problem }) =>
    dischargeToSec - loadFromSec > problem.orders[order]!.ageMaxSec,
};
