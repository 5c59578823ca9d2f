import { watchOverdue } from './overdue.js';

/** At the site for longer than discharging should take: since it began, else since it arrived. */
export const unloadTimeout = watchOverdue('unload_timeout', 'warning', ({ trip }, { policy }) => {
  if (trip === null || (trip.stage !== 'at_site' && trip.stage !== 'unloading')) return null;
  const sinceMs = trip.unloadStartAtMs ?? trip.arrivedAtMs;
  return sinceMs == null ? null : { sinceMs, limitMin: policy.unloadTimeoutMin };
});
