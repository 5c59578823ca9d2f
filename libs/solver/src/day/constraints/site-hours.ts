import type { TripRule } from './trip-try.js';

/** A site takes concrete within its hours. */
export const siteHours: TripRule = {
  code: 'site_hours',
  forbids({ order, dischargeFromSec, dischargeToSec }, { problem }) {
    const { open } = problem.orders[order]!;
    return dischargeFromSec < open.fromSec || dischargeToSec > open.toSec;
  },
};
