import type { TimedPoint } from '../inputs.js';
import { isReachable } from '../is-reachable.js';
import type { Step } from '../step.js';

/**
 * Rejects a fix that no truck could have reached since the last one, until a second fix near it says
 * that the vehicle is there indeed and the earlier place was the wrong one.
 */
export const rejectImpossibleJumps: Step = (state, input, { policy }) => {
  if (input.kind !== 'fix' || state.last === null) return { state, events: [] };
  const here = { atMs: input.at.getTime(), lng: input.lng, lat: input.lat };
  const canCome = (from: TimedPoint) => isReachable(from, here, policy.maxSpeedKph);

  if (canCome(state.last) || (state.jump !== null && canCome(state.jump))) {
    return { state: state.jump === null ? state : { ...state, jump: null }, events: [] };
  }
  return { state: { ...state, jump: here }, events: [], rejection: 'impossible_jump' };
};
