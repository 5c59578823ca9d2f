import type { TripRule } from './trip-try.js';

/** What permission forbids a vehicle or its driver for the whole day. */
export const vehicleForbidden: TripRule = {
  code: 'vehicle_forbidden',
  forbids: ({ truck }, { problem }) => problem.trucks[truck]!.forbidden.length > 0,
};
