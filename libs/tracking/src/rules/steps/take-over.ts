import type { Step } from '../step.js';

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
      return { state: { ...state, trip: input.trip }, events: [] };
    case 'facts_changed':
    case 'stood_down':
    case 'timer':
      return { state, events: [] };
  }
};
