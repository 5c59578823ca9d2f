import type { TripRule } from './trip-try.js';

/** At each place of a site one truck discharges at a time, also among trucks of several orders or plans. */
export const placeTaken: TripRule = {
  code: 'place_taken',
  forbids: ({ dischargeToSec, untilSec }) => dischargeToSec > untilSec,
};
