import { NO_EVENTS } from '../events.js';
import type { Step } from '../step.js';

/** Rejects what a device cannot know: a place without satellites or only roughly, the null island. */
export const rejectImplausible: Step = (state, input, { policy }) => {
  if (input.kind !== 'fix') return null;
  if (input.lng === 0 && input.lat === 0)
    return { state, events: NO_EVENTS, rejection: 'zero_position' };
  if (!input.isLocated) return { state, events: NO_EVENTS, rejection: 'not_located' };
  if (input.accuracyM !== null && input.accuracyM > policy.worstAccuracyM) {
    return { state, events: NO_EVENTS, rejection: 'inaccurate' };
  }
  return null;
};
