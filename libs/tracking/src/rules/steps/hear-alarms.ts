import { type FixVerdict, type JudgeEvent, NO_EVENTS } from '../events.js';
import type { Step } from '../step.js';
import type { TrackState } from '../track-state.js';
import { followWatch } from '../watches/follow-watch.js';
import { ALARM_WATCHES } from '../watches/index.js';

/** Only where the fix was is not believed, not when it was. */
export const OF_PLACE: readonly FixVerdict[] = [
  'zero_position',
  'not_located',
  'inaccurate',
  'impossible_jump',
];

/** Whether only when the fix was is not believed. */
export const isOfClock = (verdict: FixVerdict): boolean =>
  verdict === 'future' || verdict === 'year_2000';

/** Whether a verdict says nothing against what a fix tells beside its place. */
export const isOfPlace = (verdict: FixVerdict): boolean => OF_PLACE.includes(verdict);

/**
 * Hears the terminal's alarms in a fix that does not count as a position, and takes them to be where the
 * vehicle was last: a button that is pressed in a tunnel is pressed, and a terminal whose antenna is cut
 * never knows where it is.
 */
export const hearAlarms: Step = (before, input, context) => {
  if (input.kind !== 'fix' || input.source !== 'terminal') return null;
  const { alarmBits } = input;
  const state = { ...before, alarmBits, risenAlarmBits: alarmBits & ~before.alarmBits };
  const events: JudgeEvent[] = [];
  let { watches } = state;
  for (const watch of ALARM_WATCHES) {
    const followed = followWatch(watch, state, input, context);
    events.push(...followed.events);
    watches = withWatch(watches, watch.code, followed.watch);
  }
  if (events.length === 0 && alarmBits === before.alarmBits) return null;
  return { state: { ...state, watches }, events: events.length === 0 ? NO_EVENTS : events };
};

/** Hears them in a fix whose clock is wrong: it was sent as it was received, or a little before. */
export const hearAlarmsOnReceipt: Step = (state, input, context) =>
  input.kind === 'fix' ? hearAlarms(state, { ...input, at: input.receivedAt }, context) : null;

/**
 * Hears which alarms rise in a fix of an instant that is judged already: terminals tell whole seconds, and
 * a button may be pressed in that of a report. What it does not tell ends nothing, for it may be a repeat.
 */
export const hearRisenAlarms: Step = (state, input, context) => {
  if (input.kind !== 'fix') return null;
  const alarmBits = (state.alarmBits | input.alarmBits) >>> 0;
  return alarmBits === state.alarmBits ? null : hearAlarms(state, { ...input, alarmBits }, context);
};

function withWatch(
  watches: TrackState['watches'],
  code: keyof TrackState['watches'],
  now: TrackState['watches'][typeof code] | null,
): TrackState['watches'] {
  const { [code]: _before, ...others } = watches;
  return now ? { ...others, [code]: now } : others;
}
