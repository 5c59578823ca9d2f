import { AlertEpisodes } from '@tongyun/alerts';
import { addMinutes, type AlertId, minutesBetween, newId, type VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { StoredTrack } from './data/stored-track.js';
import { JudgeContexts } from './judge-contexts.service.js';
import { isLate } from './judge-live.js';
import { type LateLane, LateLanes } from './late-lane.service.js';
import type { QueuedFix, QueuedInput } from './queued-input.js';
import type { JudgeContext } from './rules/context.js';
import { takeOverEpisode } from './rules/late-episode.js';
import type { EpisodeOpened, JudgeEvent } from './rules/events.js';
import { watchSilence } from './rules/steps/watch-silence.js';
import type { TrackState } from './rules/track-state.js';
import type { DatedAction, LateAction, StoredVerdict, VehicleOutcome } from './vehicle-outcome.js';

/** An episode that is written, or is to be with this batch. */
interface KnownEpisode {
  readonly code: string;
  readonly subjectId: string;
  readonly startedAtMs: number;
  endedAtMs: number | null;
  readonly isLate: boolean;
  readonly alertId: AlertId;
}

const MINUTES_PER_HOUR = 60;

/**
 * Judges fixes that arrived after later ones had been judged, each as of its own time.
 *
 * They may open an alert marked late, add evidence to one, and fill a stage that has no time; the
 * live position, times already set and alerts already raised stay as they are (design §3).
 */
@Injectable()
export class JudgeLateFixes {
  constructor(
    private readonly lanes: LateLanes,
    private readonly contexts: JudgeContexts,
    private readonly episodes: AlertEpisodes,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Judges the late fixes that `inputs` begin with, in the order in which they arrived. */
  async judge(
    vehicleId: VehicleId,
    track: StoredTrack,
    facts: VehicleFact | null,
    inputs: readonly QueuedInput[],
  ): Promise<VehicleOutcome> {
    const run = takeRun(track.state, inputs);
    await this.contexts.load({
      ats: run.map(({ input }) => input.at),
      vehicleIds: [],
      plantIds: [],
    });
    const contextOf = ({ input }: QueuedFix) => this.contexts.contextAt(vehicleId, facts, input.at);
    const judgeable = run.filter((fix) => !isTooLate(fix, contextOf(fix)));
    const past =
      judgeable.length === 0 ? null : await this.openPast(vehicleId, judgeable, contextOf);

    const fixes: { fix: QueuedFix; verdict: StoredVerdict }[] = [];
    const actions: DatedAction[] = [];
    let { state } = track;
    for (const fix of run) {
      const act = (action: JudgeEvent | LateAction) =>
        actions.push({ action, knownAt: fix.input.receivedAt });
      const heard = watchSilence(state, fix.input, contextOf(fix));
      state = heard?.state ?? state;
      heard?.events.forEach(act);
      if (past === null || isTooLate(fix, contextOf(fix))) {
        fixes.push({ fix, verdict: 'too_late' });
        continue;
      }
      await past.lane.goTo(fix.input.at);
      const { verdict, events } = await past.lane.judge(fix);
      fixes.push({ fix, verdict: verdict === 'ok' ? 'late' : verdict });
      const found = await findLateActions(events, past.lane, past.known, state);
      found.actions.forEach(act);
      state = found.state;
    }
    const counted = fixes.filter(({ verdict }) => verdict === 'late').map(({ fix }) => fix);
    return {
      vehicleId,
      version: track.version,
      state,
      facts,
      fixes,
      changes: [],
      timers: [],
      actions,
      checkpoints: [],
      dropCheckpointsFrom: counted.length === 0 ? null : earliestOf(counted).input.at,
      lastFix: null,
    };
  }

  private async openPast(
    vehicleId: VehicleId,
    fixes: readonly QueuedFix[],
    contextOf: (fix: QueuedFix) => JudgeContext,
  ): Promise<{ lane: LateLane; known: KnownEpisode[] }> {
    const first = earliestOf(fixes);
    const { lateWithinHours } = contextOf(first).policy;
    const lane = await this.lanes.open(vehicleId, first.input.at, lateWithinHours);
    const from = addMinutes(first.input.at, -MINUTES_PER_HOUR * lateWithinHours);
    return { lane, known: await this.knownEpisodes(vehicleId, from) };
  }

  private async knownEpisodes(vehicleId: VehicleId, from: Date): Promise<KnownEpisode[]> {
    const { reads } = this.unitOfWork;
    const spans = await this.episodes.notOverBefore(reads, vehicleId, from);
    return spans.map(({ startedAt, endedAt, ...span }) => ({
      ...span,
      startedAtMs: startedAt.getTime(),
      endedAtMs: endedAt?.getTime() ?? null,
    }));
  }
}

/** The late fixes at the front, whichever way they go in time. */
function takeRun(state: TrackState, inputs: readonly QueuedInput[]): QueuedFix[] {
  const run: QueuedFix[] = [];
  for (const queued of inputs) {
    if (queued.from !== 'fix' || !isLate(state, queued)) break;
    run.push(queued);
  }
  return run;
}

const isTooLate = ({ input }: QueuedFix, { policy }: JudgeContext): boolean =>
  minutesBetween(input.at, input.receivedAt) / MINUTES_PER_HOUR > policy.lateWithinHours;

const earliestOf = (fixes: readonly QueuedFix[]): QueuedFix =>
  fixes.reduce((earliest, fix) => (fix.input.at < earliest.input.at ? fix : earliest));

interface FoundActions {
  readonly actions: readonly LateAction[];
  /** The live state, with an episode in it that turned out to go on. */
  readonly state: TrackState;
}

/** What a late fix changes: by itself, and by completing what later fixes had begun to confirm. */
async function findLateActions(
  events: readonly JudgeEvent[],
  lane: LateLane,
  known: KnownEpisode[],
  state: TrackState,
): Promise<FoundActions> {
  const actions: LateAction[] = [];
  let live = state;
  for (const event of events) {
    if (event.kind === 'episode_opened') continue;
    const action = findLateAction(event, known);
    if (action !== null) actions.push(action);
  }
  for (const future of await findFutures(events, lane, known)) {
    const action = addFuture(future, known);
    if (action === null) continue;
    actions.push(action);
    const isOpen = action.kind === 'late_opened' && action.endedAtMs === null;
    if (isOpen) live = takeOverEpisode(live, future.tip, future.opened);
  }
  return { actions, state: await placeInPassages(live, lane) };
}

/** What an event beside an opening may still change; null for what time has overtaken. */
function findLateAction(event: JudgeEvent, known: readonly KnownEpisode[]): LateAction | null {
  switch (event.kind) {
    case 'episode_extended': {
      const { evidence } = event;
      const alertId = find(known, event, evidence[0]!.atMs, evidence[0]!.atMs)?.alertId;
      return alertId ? { kind: 'late_extended', alertId, evidence } : null;
    }
    case 'episode_ended': {
      const episode = find(known, event, event.endedAtMs, event.endedAtMs);
      if (!episode?.isLate || episode.endedAtMs === null) return null;
      episode.endedAtMs = event.endedAtMs;
      return { kind: 'late_ended', alertId: episode.alertId, endedAtMs: event.endedAtMs };
    }
    case 'stage_proposed':
      return { ...event, kind: 'stage_filled' };
    case 'episode_opened':
    case 'silence_changed':
    case 'timer_set':
    // The pump's operator has tapped since; a late fence fills nothing in.
    case 'pump_stage_proposed':
      return null;
  }
}

/** An episode seen to open, followed to its end, or to now. */
interface Future {
  readonly opened: EpisodeOpened;
  readonly endedAtMs: number | null;
  readonly tip: TrackState;
}

async function findFutures(
  events: readonly JudgeEvent[],
  lane: LateLane,
  known: readonly KnownEpisode[],
): Promise<Future[]> {
  const opened = events.filter(isJudgedLate);
  if (opened.length === 0) {
    const { last } = lane.state;
    // The way from it to the next fix is new, too.
    const isSettled = (state: TrackState) => state.last !== last && !isConfirming(state);
    await lane.runOn(({ state, events: later }) => {
      opened.push(...later.filter(isJudgedLate));
      return opened.length > 0 || isSettled(state);
    });
  }
  const futures: Future[] = [];
  for (const episode of opened) {
    const seenAtMs = episode.evidence.at(-1)!.atMs;
    if (find(known, episode, episode.startedAtMs, seenAtMs)) {
      futures.push({ opened: episode, endedAtMs: seenAtMs, tip: lane.state });
      continue; // it is written already: its end is not asked about
    }
    if (episode.endedAtMs !== null) {
      futures.push({ opened: episode, endedAtMs: episode.endedAtMs, tip: lane.state });
      continue; // it was over when it was found
    }
    let endedAtMs: number | null = null;
    const tip = await lane.runOn(({ events: later }) => {
      const end = later.find((event) => event.kind === 'episode_ended' && isSame(event, episode));
      if (end?.kind === 'episode_ended') endedAtMs = end.endedAtMs;
      return end !== undefined;
    });
    futures.push({ opened: episode, endedAtMs, tip });
  }
  return futures;
}

const isJudgedLate = (event: JudgeEvent): event is EpisodeOpened =>
  event.kind === 'episode_opened' && event.code !== 'offline';

/** Whether fixes speak for an alert that are not enough yet. */
const isConfirming = ({ zones, passages, radius, watches }: TrackState): boolean =>
  isPassing(passages) ||
  Object.values(watches).some(({ episode, found }) => episode === null && found.length > 0) ||
  Object.values(zones).some(({ isInside, contrary }) => !isInside && contrary.length > 0) ||
  (radius !== null && radius.beyond.length > 0);

const isPassing = (passages: TrackState['passages']): boolean => Object.keys(passages).length > 0;

/** The live state with the passages that are under way as they look now that the late fix is known. */
async function placeInPassages(live: TrackState, lane: LateLane): Promise<TrackState> {
  const { last } = lane.state;
  const next = await lane.runOn(({ state }) => state.last !== last);
  if (!isPassing(live.passages) && !isPassing(next.passages)) return live;
  const { passages } = await lane.runOn(() => false);
  return { ...live, passages };
}

function addFuture({ opened, endedAtMs }: Future, known: KnownEpisode[]): LateAction | null {
  const { code, subjectId, startedAtMs, evidence } = opened;
  const same = find(known, opened, startedAtMs, endedAtMs ?? Number.MAX_SAFE_INTEGER);
  if (same) {
    const isPassage = opened.endedAtMs !== null; // its evidence begins before it does
    const before = isPassage ? [] : evidence.filter(({ atMs }) => atMs < same.startedAtMs);
    return before.length > 0
      ? { kind: 'late_extended', alertId: same.alertId, evidence: before }
      : null;
  }
  const alertId = newId<AlertId>();
  known.push({ code, subjectId, startedAtMs, endedAtMs, isLate: true, alertId });
  return { kind: 'late_opened', alertId, opened, endedAtMs };
}

interface EpisodeKey {
  readonly code: string;
  readonly subjectId: string;
}
const isSame = (one: EpisodeKey, other: EpisodeKey): boolean =>
  one.code === other.code && one.subjectId === other.subjectId;

/** The episode of this code and subject that shares time with the span asked about. */
const find = (
  known: readonly KnownEpisode[],
  key: EpisodeKey,
  fromMs: number,
  toMs: number,
): KnownEpisode | undefined =>
  known.find(
    (episode) =>
      isSame(episode, key) &&
      episode.startedAtMs <= toMs &&
      (episode.endedAtMs ?? Number.MAX_SAFE_INTEGER) >= fromMs,
  );
