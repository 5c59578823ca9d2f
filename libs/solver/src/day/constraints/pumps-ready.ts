import type { TripRule } from './trip-try.js';

/** Pumps stand before the first truck comes, and before any load that is to go through them. */
export const pumpsReady: TripRule = {
  code: 'pump_not_ready',
  forbids: ({ order, arriveSec, dischargeFromSec, pumpsReadySec }, { problem }) =>
    (problem.orders[order]!.started.length === 0 ? arriveSec : dischargeFromSec) < pumpsReadySec,
};
