import { secondsBetween } from '@tongyun/kernel';
import type { Step } from '../step.js';

/** Rejects what a device cannot know: a place without satellites or only roughly, the null island, tomorrow. */
export const rejectImplausible: Step = (state, input, { policy }) => {
  if (input.kind !== 'fix') return { state, events: [] };
  if (secondsBetween(input.receivedAt, input.at) > policy.futureToleranceSec) {
    return { state, events: [], rejection: 'future' };
  }
  if (!input.isLocated) return { state, events: [], rejection: 'not_located' };
  if (input.lng === 0 && input.lat === 0) return { state, events: [], rejection: 'zero_position' };
  if (input.accuracyM !== null && input.accuracyM > policy.worstAccuracyM) {
    return { state, events: [], rejection: 'inaccurate' };
  }
  return { state, events: [] };
};
