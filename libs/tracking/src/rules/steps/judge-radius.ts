import type { JudgeContext, PlantRange } from '../context.js';
import { continueEpisode, endEpisode, partiesOf, rememberEpisode } from '../episodes.js';
import type { EpisodeOpened, JudgeEvent, StepResult } from '../events.js';
import type { TimedPoint, TripFacts } from '../inputs.js';
import type { Step } from '../step.js';
import { judgeRangePlace, type RangePlace } from '../range-side.js';
import type { AlertLevel, RadiusWatch, TrackState } from '../track-state.js';

/**
 * Judges a loaded trip against the range of the plant that batched it; empty runs are not judged.
 *
 * Enough fixes in a row beyond the range and its margin open one episode, grave where the truck
 * stands at a site or unloads; enough back inside, or the end of the load, end it.
 */
export const judgeRadius: Step = (state, input, context) => {
  const { trip } = state;
  if (trip?.isLoaded !== true && state.radius === null) return null;
  const range = trip?.isLoaded === true ? context.rangeOf(plantOf(trip)) : null;
  const ended = endUnless(state, range, input.at.getTime());
  if (range === null || state.last === null || trip === null) return ended;
  const watch = ended.state.radius ?? { plantId: range.plantId, ...NOT_BEYOND };

  const place = judgeRangePlace(range, state.last, context.policy.radiusMarginM);
  const isFix = input.kind === 'fix';
  const followed = isFix ? count(watch, place, state.last, context) : watch;
  const result = judgeWatch(followed, place, range, ended.state, trip, context);
  return { state: result.state, events: [...ended.events, ...result.events] };
};

const plantOf = ({ batchedPlantId, plant }: TripFacts): string => batchedPlantId ?? plant.id;

const NOT_BEYOND = { beyond: [], inside: [], episode: null };

/** Ends the watch when the load is gone or is another plant's. */
function endUnless(state: TrackState, range: PlantRange | null, nowMs: number): StepResult {
  const { radius } = state;
  if (radius === null || radius.plantId === range?.plantId) return { state, events: [] };
  const events = radius.episode === null ? [] : [endEpisode(radius.episode, nowMs)];
  return { state: { ...state, radius: null }, events };
}

/** Counts fixes in a row on either side; one in the band between neither adds nor takes away. */
function count(
  watch: RadiusWatch,
  { side }: RangePlace,
  { atMs, lng, lat }: TimedPoint,
  { policy }: JudgeContext,
): RadiusWatch {
  const point = { atMs, lng, lat };
  switch (side) {
    case 'band':
      return watch;
    case 'inside':
      return watch.episode === null
        ? { ...watch, beyond: [] }
        : { ...watch, inside: [...watch.inside, point] };
    case 'outside': {
      const beyond = [...watch.beyond, point].slice(-policy.radiusConfirmFixes);
      return { ...watch, beyond: watch.episode === null ? beyond : [], inside: [] };
    }
  }
}

function judgeWatch(
  watch: RadiusWatch,
  place: RangePlace,
  range: PlantRange,
  state: TrackState,
  trip: TripFacts,
  context: JudgeContext,
): StepResult {
  const { policy } = context;
  const keep = (radius: RadiusWatch, events: readonly JudgeEvent[] = []): StepResult => ({
    state: { ...state, radius },
    events,
  });
  const level = levelOf(trip);

  if (watch.episode === null) {
    if (watch.beyond.length < policy.radiusConfirmFixes) return keep(watch);
    const opened = openEpisode(watch, place, range, state, level, context);
    return keep({ ...watch, beyond: [], episode: rememberEpisode(opened) }, [opened]);
  }
  const [firstInside] = watch.inside;
  if (firstInside !== undefined && watch.inside.length >= policy.endFixes) {
    const event = endEpisode(watch.episode, firstInside.atMs);
    return keep({ plantId: watch.plantId, ...NOT_BEYOND }, [event]);
  }
  if (place.side !== 'outside' || state.last === null) return keep(watch);
  const { atMs, lng, lat } = state.last;
  const value = Math.round(place.distanceM);
  const { episode, events } = continueEpisode(watch.episode, { atMs, lng, lat }, { level, value });
  return keep({ ...watch, episode }, events);
}

const levelOf = ({ stage }: TripFacts): AlertLevel =>
  stage === 'at_site' || stage === 'unloading' ? 'grave' : 'warning';

/** A load that was sent elsewhere, or is an emergency's, is judged all the same, and carries its approval. */
const ruleVersionOf = ({ version }: PlantRange, policy: string, approval: string | null): string =>
  [`range ${version}`, `policy ${policy}`, ...(approval === null ? [] : [approval])].join('; ');

const openEpisode = (
  { beyond }: RadiusWatch,
  place: RangePlace,
  range: PlantRange,
  state: TrackState,
  level: AlertLevel,
  { vehicle, policy }: JudgeContext,
): EpisodeOpened => ({
  kind: 'episode_opened',
  code: 'over_radius',
  level,
  subjectKind: 'plant',
  subjectId: range.plantId,
  ...partiesOf(state, vehicle, new Date(beyond[0]!.atMs)),
  value: Math.round(place.distanceM),
  limitValue: range.radiusM,
  unit: 'm',
  ruleVersion: ruleVersionOf(range, policy.version, state.trip?.approval ?? null),
  reasons: [],
  evidence: beyond,
  startedAtMs: beyond[0]!.atMs,
  endedAtMs: null,
});
