import { NO_EVENTS } from '../events.js';
import { isReachable } from '../is-reachable.js';
import type { Step } from '../step.js';
import { isWhileTerminalHeard } from './prefer-terminal.js';

/**
 * Rejects a fix that no truck could have reached since the last one, until a second fix near it says
 * that the vehicle is there indeed and the earlier place was the wrong one.
 *
 * A phone says no such thing while the terminal is heard: it may have been left somewhere.
 */
export const rejectImpossibleJumps: Step = (state, input, { policy }) => {
  if (input.kind !== 'fix' || state.last === null) return null;
  const here = { atMs: input.at.getTime(), lng: input.lng, lat: input.lat };
  const { last, jump } = state;
  if (isReachable(last, here, policy.maxSpeedKph)) {
    return jump === null ? null : { state: { ...state, jump: null }, events: NO_EVENTS };
  }
  if (isWhileTerminalHeard(state, input)) {
    return { state, events: NO_EVENTS, rejection: 'impossible_jump' };
  }
  if (jump !== null && isReachable(jump, here, policy.maxSpeedKph)) {
    return { state: { ...state, jump: null }, events: NO_EVENTS };
  }
  return { state: { ...state, jump: here }, events: NO_EVENTS, rejection: 'impossible_jump' };
};
