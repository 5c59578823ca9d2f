import { AlertEpisodes, type EpisodeSpan } from '@tongyun/alerts';
import { addMinutes, minutesBetween, type VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { StoredTrack } from './data/track.repository.js';
import { JudgeContexts } from './judge-contexts.service.js';
import { isLate } from './judge-live.js';
import { type LateLane, LateLanes } from './late-lane.service.js';
import type { QueuedFix, QueuedInput } from './queued-input.js';
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
  readonly alertId: EpisodeSpan['alertId'] | null;
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

  /** Judges the late fixes that `inputs` begin with, as long as they go forward in time. */
  async judge(
    vehicleId: VehicleId,
    track: StoredTrack,
    facts: VehicleFact | null,
    inputs: readonly QueuedInput[],
  ): Promise<VehicleOutcome> {
    const fixes: { fix: QueuedFix; verdict: StoredVerdict }[] = [];
    const actions: DatedAction[] = [];
    let { state } = track;
    let past: { lane: LateLane; known: KnownEpisode[] } | null = null;
    let dropCheckpointsFrom: Date | null = null;

    for (const fix of takeRun(track.state, inputs)) {
      await this.contexts.load({ ats: [fix.input.at], vehicleIds: [], plantIds: [] });
      const context = this.contexts.contextAt(vehicleId, facts, fix.input.at);
      const act = (action: JudgeEvent | LateAction) =>
        actions.push({ action, knownAt: fix.input.receivedAt });
      const heard = watchSilence(state, fix.input, context);
      state = heard.state;
      heard.events.forEach(act);

      const ageHours = minutesBetween(fix.input.at, fix.input.receivedAt) / MINUTES_PER_HOUR;
      if (ageHours > context.policy.lateWithinHours) {
        fixes.push({ fix, verdict: 'too_late' });
        continue;
      }
      past ??= await this.openPast(vehicleId, fix.input.at, context.policy.lateWithinHours);
      await past.lane.advanceTo(fix.input.at);
      const { verdict, events } = await past.lane.judge(fix);
      fixes.push({ fix, verdict: verdict === 'ok' ? 'late' : verdict });
      if (verdict === 'ok') dropCheckpointsFrom ??= fix.input.at;
      const found = await findLateActions(events, past.lane, past.known, state);
      found.actions.forEach(act);
      state = found.state;
    }
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
      dropCheckpointsFrom,
      lastFix: null,
    };
  }

  private async openPast(
    vehicleId: VehicleId,
    from: Date,
    withinHours: number,
  ): Promise<{ lane: LateLane; known: KnownEpisode[] }> {
    const lane = await this.lanes.open(vehicleId, from, withinHours);
    return { lane, known: await this.knownEpisodes(vehicleId, from) };
  }

  private async knownEpisodes(vehicleId: VehicleId, from: Date): Promise<KnownEpisode[]> {
    const { reads } = this.unitOfWork;
    const spans = await this.episodes.notOverBefore(reads, vehicleId, addMinutes(from, -1));
    return spans.map(({ startedAt, endedAt, ...span }) => ({
      ...span,
      startedAtMs: startedAt.getTime(),
      endedAtMs: endedAt?.getTime() ?? null,
    }));
  }
}

/** The late fixes at the front, as long as none is older than the one before it. */
function takeRun(state: TrackState, inputs: readonly QueuedInput[]): QueuedFix[] {
  const run: QueuedFix[] = [];
  for (const queued of inputs) {
    if (queued.from !== 'fix' || !isLate(state, queued)) break;
    const before = run.at(-1);
    if (before !== undefined && queued.input.at < before.input.at) break;
    run.push(queued);
  }
  return run;
}

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
  for (const future of await findFutures(events, lane)) {
    const action = addFuture(future, known);
    if (action === null) continue;
    actions.push(action);
    const isOpen = action.kind === 'late_opened' && action.endedAtMs === null;
    if (isOpen) live = takeOverEpisode(live, future.tip, future.opened);
  }
  return { actions, state: live };
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
      if (!episode?.isLate || !episode.alertId || episode.endedAtMs === null) return null;
      episode.endedAtMs = event.endedAtMs;
      return { kind: 'late_ended', alertId: episode.alertId, endedAtMs: event.endedAtMs };
    }
    case 'stage_proposed':
      return { ...event, kind: 'stage_filled' };
    case 'episode_opened':
    case 'silence_changed':
    case 'timer_set':
      return null;
  }
}

/** An episode seen to open, followed to its end, or to now. */
interface Future {
  readonly opened: EpisodeOpened;
  readonly endedAtMs: number | null;
  readonly tip: TrackState;
}

async function findFutures(events: readonly JudgeEvent[], lane: LateLane): Promise<Future[]> {
  const opened = events.filter(isJudgedLate);
  if (opened.length === 0 && isConfirming(lane.state)) {
    await lane.runOn(({ state, events: later }) => {
      opened.push(...later.filter(isJudgedLate));
      return opened.length > 0 || !isConfirming(state);
    });
  }
  const futures: Future[] = [];
  for (const episode of opened) {
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
const isConfirming = ({ zones, radius }: TrackState): boolean =>
  Object.values(zones).some(({ isInside, contrary }) => !isInside && contrary.length > 0) ||
  (radius !== null && radius.beyond.length > 0);

function addFuture({ opened, endedAtMs }: Future, known: KnownEpisode[]): LateAction | null {
  const { code, subjectId, startedAtMs, evidence } = opened;
  const same = find(known, opened, startedAtMs, endedAtMs ?? Number.MAX_SAFE_INTEGER);
  if (same) {
    const before = evidence.filter(({ atMs }) => atMs < same.startedAtMs);
    return same.alertId && before.length > 0
      ? { kind: 'late_extended', alertId: same.alertId, evidence: before }
      : null;
  }
  known.push({ code, subjectId, startedAtMs, endedAtMs, isLate: true, alertId: null });
  return { kind: 'late_opened', opened, endedAtMs };
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
