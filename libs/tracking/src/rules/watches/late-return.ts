import { watchOverdue } from './overdue.js';

/** Empty for longer than the way back to the plant should take. */
export const lateReturn = watchOverdue('late_return', 'notice', ({ trip }, { policy }) => {
  if (trip === null || (trip.stage !== 'unloaded' && trip.stage !== 'washing')) return null;
  if (trip.unloadEndAtMs == null) return null;
  return { sinceMs: trip.unloadEndAtMs, limitMin: policy.lateReturnMin };
});
