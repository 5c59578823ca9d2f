import { addMinutes, minutesBetween } from '@tongyun/kernel';
import type { JudgeContext } from '../context.js';
import { endEpisode, partiesOf, rememberEpisode } from '../episodes.js';
import { type EpisodeOpened, type JudgeEvent, NO_EVENTS, type StepResult } from '../events.js';
import type { FixInput, TimedPoint, TripFacts, TripStage } from '../inputs.js';
import type { Step } from '../step.js';
import type { TrackState } from '../track-state.js';

/** From loading to the way back somebody waits for the truck, so its silence matters. */
const AWAITED: readonly TripStage[] = [
  'accepted',
  'loading',
  'en_route',
  'at_site',
  'unloading',
  'unloaded',
  'washing',
];

/**
 * Watches for vehicles that fall silent, by the product's own clock: any report, even one that does
 * not count as a position, is a sign of life. One timer a vehicle; when it comes due too early it is
 * set again, so that a fix does not have to move it.
 */
export const watchSilence: Step = (state, input, context) => {
  switch (input.kind) {
    case 'fix':
      return hear(state, input, context);
    case 'timer':
      return input.timer === 'silence' ? judgeTimer(state, input.at, context) : null;
    case 'trip_changed':
      return judgeSilence(state, input.trip, input.at, context);
    case 'facts_changed':
    case 'stood_down':
      return null;
  }
};

function hear(
  state: TrackState,
  { receivedAt }: FixInput,
  { policy }: JudgeContext,
): StepResult | null {
  const { silence } = state;
  const heardAtMs = Math.max(receivedAt.getTime(), silence.heardAtMs ?? 0);
  const isWatched = silence.hasTimer && !silence.isSilent && silence.episode === null;
  if (isWatched) {
    if (heardAtMs === silence.heardAtMs) return null;
    return { state: { ...state, silence: { ...silence, heardAtMs } }, events: NO_EVENTS };
  }
  const events: JudgeEvent[] = [];
  if (silence.episode !== null) events.push(endEpisode(silence.episode, heardAtMs));
  if (silence.isSilent) events.push({ kind: 'silence_changed', isSilent: false });
  if (!silence.hasTimer) {
    const dueAtMs = addMinutes(new Date(heardAtMs), policy.offlineAfterMin).getTime();
    events.push({ kind: 'timer_set', timer: 'silence', dueAtMs });
  }
  return {
    state: { ...state, silence: { heardAtMs, isSilent: false, hasTimer: true, episode: null } },
    events,
  };
}

function judgeTimer(state: TrackState, at: Date, context: JudgeContext): StepResult | null {
  const { silence } = state;
  if (silence.heardAtMs === null || silence.isSilent) return null;
  const silentFrom = addMinutes(new Date(silence.heardAtMs), context.policy.offlineAfterMin);
  if (at < silentFrom) {
    const dueAtMs = silentFrom.getTime();
    return { state, events: [{ kind: 'timer_set', timer: 'silence', dueAtMs }] };
  }
  const silent = { ...state, silence: { ...silence, isSilent: true, hasTimer: false } };
  const judged = judgeSilence(silent, state.trip, at, context);
  return {
    state: judged?.state ?? silent,
    events: [{ kind: 'silence_changed', isSilent: true }, ...(judged?.events ?? NO_EVENTS)],
  };
}

/** Opens the alert of a silent vehicle that is awaited, ends that of one awaited no more. */
function judgeSilence(
  state: TrackState,
  trip: TripFacts | null,
  at: Date,
  context: JudgeContext,
): StepResult | null {
  const { silence, last } = state;
  const isAwaited = trip !== null && AWAITED.includes(trip.stage);
  if (silence.episode !== null && !isAwaited) {
    const event = endEpisode(silence.episode, at.getTime());
    return { state: { ...state, silence: { ...silence, episode: null } }, events: [event] };
  }
  if (!isAwaited || !silence.isSilent || silence.episode !== null || last === null) {
    return null;
  }
  const opened = openEpisode({ ...state, trip }, last, at, context);
  const episode = rememberEpisode(opened);
  return { state: { ...state, silence: { ...silence, episode } }, events: [opened] };
}

function openEpisode(
  state: TrackState,
  { lng, lat }: TimedPoint,
  at: Date,
  { vehicleId, vehicle, policy }: JudgeContext,
): EpisodeOpened {
  const startedAtMs = state.silence.heardAtMs ?? at.getTime();
  return {
    kind: 'episode_opened',
    code: 'offline',
    level: 'notice',
    subjectKind: 'vehicle',
    subjectId: vehicleId,
    ...partiesOf(state, vehicle, at),
    value: Math.floor(minutesBetween(new Date(startedAtMs), at)),
    limitValue: policy.offlineAfterMin,
    unit: 'min',
    ruleVersion: `policy ${policy.version}`,
    reasons: [],
    evidence: [{ atMs: startedAtMs, lng, lat }],
    startedAtMs,
    endedAtMs: null,
  };
}
