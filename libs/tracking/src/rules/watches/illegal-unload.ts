import { plantFence, siteFence } from '../steps/match-geofences.js';
import { bySeveralFixes, type Watch } from './watch.js';

/** The drum of a loaded truck turns backwards, which empties it, away from its site. */
export const illegalUnload: Watch = {
  code: 'illegal_unload',
  confirmFixes: bySeveralFixes,
  find({ trip, fences }, input) {
    if (trip?.isLoaded !== true) return null;
    if (input.kind !== 'fix' || input.drumState === null) return 'no_word';
    const isWhereItMay = [plantFence(trip), siteFence(trip)].some(
      (name) => fences[name]?.isInside === true,
    );
    if (input.drumState !== 'reverse' || isWhereItMay) return null;
    return { level: 'grave', value: null, limitValue: null, unit: null, sinceMs: null };
  },
};
