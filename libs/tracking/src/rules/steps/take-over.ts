import type { TripChangedInput } from '../inputs.js';
import type { Step } from '../step.js';
import type { TrackState } from '../track-state.js';

/** Takes over what the input says is so now: the place of a fix that counts, the trip of a change. */
export const takeOver: Step = (state, input) => {
  switch (input.kind) {
    case 'fix': {
      const { lng, lat, source } = input;
      const atMs = input.at.getTime();
      const terminalAtMs = source === 'terminal' ? atMs : state.terminalAtMs;
      return { state: { ...state, last: { atMs, lng, lat, source }, terminalAtMs }, events: [] };
    }
    case 'trip_changed':
      return { state: takeOverChange(state, input), events: [] };
    case 'facts_changed':
    case 'stood_down':
    case 'timer':
      return { state, events: [] };
  }
};

function takeOverChange(
  state: TrackState,
  { at, trip, pump = null, duty }: TripChangedInput,
): TrackState {
  if (duty !== null) return { ...state, trip, pump, duty, offDutySinceMs: null };
  const offDutySinceMs = state.duty === null ? state.offDutySinceMs : at.getTime();
  return { ...state, trip, pump, duty, offDutySinceMs };
}
