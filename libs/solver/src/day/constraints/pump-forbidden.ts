import type { PumpRule } from './pump-try.js';

/** What permission forbids a pump or its operator for the whole day. */
export const pumpForbidden: PumpRule = {
  code: 'vehicle_forbidden',
  forbids: ({ pump }, { problem }) => problem.pumps[pump]!.forbidden.length > 0,
};
