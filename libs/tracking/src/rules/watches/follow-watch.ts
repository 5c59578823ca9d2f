import type { JudgeContext } from '../context.js';
import { continueEpisode, endEpisode, partiesOf, rememberEpisode } from '../episodes.js';
import { type EpisodeOpened, type JudgeEvent, NO_EVENTS } from '../events.js';
import type { JudgeInput, TimedPoint } from '../inputs.js';
import type { TrackState, WatchState } from '../track-state.js';
import type { Finding, Watch } from './watch.js';

export interface FollowedWatch {
  /** Null: there is nothing to remember. */
  readonly watch: WatchState | null;
  readonly events: readonly JudgeEvent[];
}

const MS_PER_SEC = 1_000;
const NOTHING: WatchState = { found: [], calm: [], episode: null };
/** What comes of most watches: there was nothing, and nothing is found. */
const NOTHING_FOUND: FollowedWatch = { watch: null, events: NO_EVENTS };

/**
 * Carries one watch over one input: opens its alert once enough fixes in a row, or the time it must
 * hold, confirm what is found; goes on while it is found; ends it once enough fixes find it no more.
 *
 * What is known without a fix (a trip that ended, a timer) counts at once.
 */
export function followWatch(
  watch: Watch,
  state: TrackState,
  input: JudgeInput,
  context: JudgeContext,
): FollowedWatch {
  const before = state.watches[watch.code] ?? NOTHING;
  const word = watch.find(state, input, context);
  // A pump without a terminal is where it was to set out from.
  const place = state.last ?? state.pump?.plant ?? null;
  if (word === 'no_word' || place === null) return keep(before);
  if (word === null && before.episode === null) return NOTHING_FOUND;
  const { lng, lat } = place;
  const point: TimedPoint = { atMs: input.at.getTime(), lng, lat };
  if (word === null) return calmDown(watch, before, input, point, context);
  const scene = { state, input, point, context };
  if (before.episode === null) return speakFor(watch, before, word, scene);
  if (word.isAnew === true) {
    const next = speakFor(watch, NOTHING, word, scene);
    return { ...next, events: [endEpisode(before.episode, point.atMs), ...next.events] };
  }
  const { episode, events } = continueEpisode(before.episode, point, word);
  return { watch: { found: [], calm: [], episode }, events };
}

const keep = (watch: WatchState): FollowedWatch =>
  watch.found.length === 0 && watch.episode === null ? NOTHING_FOUND : { watch, events: NO_EVENTS };

function calmDown(
  { confirmFixes }: Watch,
  { episode, calm }: WatchState,
  input: JudgeInput,
  point: TimedPoint,
  { policy }: JudgeContext,
): FollowedWatch {
  if (episode === null) return NOTHING_FOUND;
  const needed = input.kind === 'fix' && confirmFixes(policy) > 0 ? policy.endFixes : 1;
  const calmer = [...calm, point];
  if (calmer.length < needed) return keep({ found: [], calm: calmer, episode });
  return { watch: null, events: [endEpisode(episode, calmer[0]!.atMs)] };
}

interface Scene {
  readonly state: TrackState;
  readonly input: JudgeInput;
  readonly point: TimedPoint;
  readonly context: JudgeContext;
}

function speakFor(watch: Watch, before: WatchState, finding: Finding, scene: Scene): FollowedWatch {
  const { policy } = scene.context;
  const confirmFixes = watch.confirmFixes(policy);
  const isCounted = confirmFixes > 0;
  if (isCounted && scene.input.kind !== 'fix') return keep(before);
  const holdMs = MS_PER_SEC * (watch.holdSec?.(policy) ?? 0);
  const last = before.found.at(-1);
  // Of what lies between two fixes far apart nothing is known: it has not been shown to hold there.
  const isCutOff =
    holdMs > 0 &&
    last !== undefined &&
    scene.point.atMs - last.atMs > MS_PER_SEC * policy.passageMaxGapSec;
  const found = isCutOff ? [scene.point] : [...before.found, scene.point];
  const heldMs = scene.point.atMs - found[0]!.atMs;
  const isConfirmed = found.length >= confirmFixes && heldMs >= holdMs;
  if (!isConfirmed) {
    const kept = found.length > Math.max(confirmFixes, 2) ? [found[0]!, ...found.slice(2)] : found;
    return keep({ found: kept, calm: [], episode: null });
  }
  const opened = openEpisode(watch, finding, found, scene);
  return { watch: { found: [], calm: [], episode: rememberEpisode(opened) }, events: [opened] };
}

function openEpisode(
  { code }: Watch,
  { level, value, limitValue, unit, sinceMs, reasons = [] }: Finding,
  evidence: readonly TimedPoint[],
  { state, input, context }: Scene,
): EpisodeOpened {
  const { vehicleId, vehicle, policy } = context;
  const parties = partiesOf(state, vehicle, input.at);
  return {
    kind: 'episode_opened',
    code,
    level,
    value,
    limitValue,
    unit,
    subjectKind: 'vehicle',
    subjectId: vehicleId,
    ...parties,
    driverId: state.duty?.driverId ?? parties.driverId,
    ruleVersion: `policy ${policy.version}`,
    reasons,
    evidence,
    startedAtMs: sinceMs ?? evidence[0]!.atMs,
    endedAtMs: null,
  };
}
