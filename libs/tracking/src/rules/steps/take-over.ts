import type { JudgeContext } from '../context.js';
import { NO_EVENTS } from '../events.js';
import type { FixInput, TripChangedInput } from '../inputs.js';
import { followMotion } from '../motion.js';
import type { Step } from '../step.js';
import type { TrackState } from '../track-state.js';

/**
 * Takes over what the input says is so now: the place of a fix that counts and how the vehicle moved
 * there, the trip of a change.
 */
export const takeOver: Step = (state, input, context) => {
  switch (input.kind) {
    case 'fix':
      return { state: takeOverFix(state, input, context), events: NO_EVENTS };
    case 'trip_changed':
      return { state: takeOverChange(state, input), events: NO_EVENTS };
    case 'facts_changed':
    case 'stood_down':
    case 'timer':
      return null;
  }
};

/** Field by field: this is done for every fix, and spreading the state takes ten times as long. */
function takeOverFix(state: TrackState, fix: FixInput, context: JudgeContext): TrackState {
  const { lng, lat, source } = fix;
  const atMs = fix.at.getTime();
  return {
    last: { atMs, lng, lat, source },
    terminalAtMs: source === 'terminal' ? atMs : state.terminalAtMs,
    jump: state.jump,
    trip: state.trip,
    pump: state.pump,
    duty: state.duty,
    offDutySinceMs: state.offDutySinceMs,
    motion: followMotion(state, fix, context),
    yards: state.yards,
    strayedAtMs: state.strayedAtMs,
    watches: state.watches,
    watchDueAtMs: state.watchDueAtMs,
    fences: state.fences,
    zones: state.zones,
    passages: state.passages,
    radius: state.radius,
    zoneEpisodes: state.zoneEpisodes,
    silence: state.silence,
  };
}

function takeOverChange(
  state: TrackState,
  { at, trip, pump = null, duty }: TripChangedInput,
): TrackState {
  if (duty !== null) return { ...state, trip, pump, duty, offDutySinceMs: null };
  const offDutySinceMs = state.duty === null ? state.offDutySinceMs : at.getTime();
  return { ...state, trip, pump, duty, offDutySinceMs };
}
