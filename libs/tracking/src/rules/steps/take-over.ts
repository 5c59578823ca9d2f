import type { JudgeContext } from '../context.js';
import { NO_EVENTS } from '../events.js';
import type { FixInput, TripChangedInput } from '../inputs.js';
import { followMotion } from '../motion.js';
import type { Step } from '../step.js';
import type { TrackState } from '../track-state.js';
import { followWheel } from '../wheel.js';

/**
 * Takes over what the input says is so now: the place of a fix that counts and how the vehicle moved
 * there, the trip of a change.
 */
export const takeOver: Step = (state, input, context) => {
  switch (input.kind) {
    case 'fix':
      return { state: takeOverFix(state, input, context), events: NO_EVENTS };
    case 'trip_changed':
      return { state: takeOverChange(state, input, context), events: NO_EVENTS };
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
    alarmBits: source === 'terminal' ? fix.alarmBits : state.alarmBits,
    risenAlarmBits: source === 'terminal' ? fix.alarmBits & ~state.alarmBits : 0,
    jump: state.jump,
    trip: state.trip,
    pump: state.pump,
    duty: state.duty,
    offDutySinceMs: state.offDutySinceMs,
    motion: followMotion(state, fix, context),
    wheel: state.wheel,
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
  { policy }: JudgeContext,
): TrackState {
  const atMs = at.getTime();
  const now = { trip, pump, duty };
  const wheel = followWheel(state, now, atMs, policy.drivingRestMin);
  if (duty !== null) return { ...state, ...now, wheel, offDutySinceMs: null };
  const offDutySinceMs = state.duty === null ? state.offDutySinceMs : atMs;
  return { ...state, ...now, wheel, offDutySinceMs };
}
