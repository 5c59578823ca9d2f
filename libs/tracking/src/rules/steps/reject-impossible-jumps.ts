import { distanceM, wgs84 } from '@tongyun/geo';
import type { TimedPoint } from '../inputs.js';
import type { Step } from '../step.js';

/** Receivers wander by this much between two fixes of one second; no speed follows from it. */
const WANDER_M = 200;
const KPH_OF_MPS = 3.6;

/**
 * Rejects a fix that no truck could have reached since the last one, until a second fix near it says
 * that the vehicle is there indeed and the earlier place was the wrong one.
 */
export const rejectImpossibleJumps: Step = (state, input, { policy }) => {
  if (input.kind !== 'fix' || state.last === null) return { state, events: [] };
  const here = { atMs: input.at.getTime(), lng: input.lng, lat: input.lat };
  const isReachable = (from: TimedPoint) => speedKph(from, here) <= policy.maxSpeedKph;

  if (isReachable(state.last) || (state.jump !== null && isReachable(state.jump))) {
    return { state: state.jump === null ? state : { ...state, jump: null }, events: [] };
  }
  return { state: { ...state, jump: here }, events: [], rejection: 'impossible_jump' };
};

/** Straight-line km/h between two points, after what a receiver may wander is taken off. */
function speedKph(from: TimedPoint, to: TimedPoint): number {
  const goneM = distanceM(wgs84(from.lng, from.lat), wgs84(to.lng, to.lat)) - WANDER_M;
  const spentSec = Math.abs(to.atMs - from.atMs) / 1_000;
  return goneM <= 0 ? 0 : (goneM / Math.max(spentSec, 1)) * KPH_OF_MPS;
}
