import { plantFence, siteFence } from '../steps/match-geofences.js';
import { watchOverdue } from './overdue.js';

/** A loaded truck that stands on its way, neither at its plant nor at its site. */
export const longStop = watchOverdue('long_stop', 'warning', (state, { policy }) => {
  const { trip, motion, fences } = state;
  if (trip?.isLoaded !== true || motion.stop === null) return null;
  const isWhereItBelongs = [plantFence(trip), siteFence(trip)].some(
    (name) => fences[name]?.isInside === true,
  );
  if (isWhereItBelongs) return null;
  return { sinceMs: motion.stop.atMs, limitMin: policy.longStopMin };
});
