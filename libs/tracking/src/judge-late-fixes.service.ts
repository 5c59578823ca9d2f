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
    const run = takeRun(track.state, inputs);
    const from = run[0]!.input.at;
    const lane = await this.lanes.open(vehicleId, from);
    const known = await this.knownEpisodes(vehicleId, from);
    const fixes: { fix: QueuedFix; verdict: StoredVerdict }[] = [];
    const actions: DatedAction[] = [];
    let { state } = track;

    for (const fix of run) {
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
      await lane.advanceTo(fix.input.at);
      const { verdict, events } = await lane.judge(fix);
      fixes.push({ fix, verdict: verdict === 'ok' ? 'late' : verdict });
      for (const event of events) {
        const found = await findLateAction(event, lane, known, state);
        if (found === null) continue;
        act(found.action);
        state = found.state;
      }
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
      dropCheckpointsFrom: from,
      lastFix: null,
    };
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

interface FoundAction {
  readonly action: LateAction;
  /** The live state, with an episode in it that turned out to go on. */
  readonly state: TrackState;
}

/** What an event of a late fix may still change; null for what time has overtaken. */
async function findLateAction(
  event: JudgeEvent,
  lane: LateLane,
  known: KnownEpisode[],
  state: TrackState,
): Promise<FoundAction | null> {
  switch (event.kind) {
    case 'episode_opened':
      return event.code === 'offline' ? null : openLate(event, lane, known, state);
    case 'episode_extended': {
      const { evidence } = event;
      const alertId = find(known, event, evidence[0]!.atMs, evidence[0]!.atMs)?.alertId;
      return alertId ? { action: { kind: 'late_extended', alertId, evidence }, state } : null;
    }
    case 'episode_ended': {
      const episode = find(known, event, event.endedAtMs, event.endedAtMs);
      if (!episode?.isLate || !episode.alertId || episode.endedAtMs === null) return null;
      const { alertId } = episode;
      episode.endedAtMs = event.endedAtMs;
      return { action: { kind: 'late_ended', alertId, endedAtMs: event.endedAtMs }, state };
    }
    case 'stage_proposed':
      return { action: { ...event, kind: 'stage_filled' }, state };
    case 'silence_changed':
    case 'timer_set':
      return null;
  }
}

async function openLate(
  opened: EpisodeOpened,
  lane: LateLane,
  known: KnownEpisode[],
  state: TrackState,
): Promise<FoundAction | null> {
  const { code, subjectId, startedAtMs, evidence } = opened;
  let endedAtMs: number | null = null;
  const tip = await lane.runOn(({ events }) => {
    const end = events.find(
      (event) =>
        event.kind === 'episode_ended' && event.code === code && event.subjectId === subjectId,
    );
    if (end?.kind === 'episode_ended') endedAtMs = end.endedAtMs;
    return end !== undefined;
  });
  const same = find(known, opened, startedAtMs, endedAtMs ?? Number.MAX_SAFE_INTEGER);
  if (same) {
    const { alertId } = same;
    return alertId ? { action: { kind: 'late_extended', alertId, evidence }, state } : null;
  }
  known.push({ code, subjectId, startedAtMs, endedAtMs, isLate: true, alertId: null });
  return {
    action: { kind: 'late_opened', opened, endedAtMs },
    state: endedAtMs === null ? takeOverEpisode(state, tip, opened) : state,
  };
}

/** The episode of this code and subject that shares time with the span asked about. */
const find = (
  known: readonly KnownEpisode[],
  { code, subjectId }: { readonly code: string; readonly subjectId: string },
  fromMs: number,
  toMs: number,
): KnownEpisode | undefined =>
  known.find(
    (episode) =>
      episode.code === code &&
      episode.subjectId === subjectId &&
      episode.startedAtMs <= toMs &&
      (episode.endedAtMs ?? Number.MAX_SAFE_INTEGER) >= fromMs,
  );
