import { AlertEpisodes } from '@tongyun/alerts';
import { addMinutes, type VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import { TrackRepository } from './data/track.repository.js';
import { JudgeContexts } from './judge-contexts.service.js';
import type { QueuedChange, QueuedFix } from './queued-input.js';
import type { EpisodeOpened, FixVerdict } from './rules/events.js';
import type { JudgeInput, TimerKind } from './rules/inputs.js';
import { judgeInput } from './rules/pipeline.js';
import { OF_PLACE } from './rules/steps/hear-alarms.js';
import { NOTHING_KNOWN, type TrackState } from './rules/track-state.js';
import { type Trial, Trials } from './trials.service.js';
import { rangePlantsOf } from './trip-facts.js';
import type { TriedRules } from './tried-rules.js';

const MINUTES_PER_HOUR = 60;

/** All verdicts that another rule might have made another, and what an alarm may rise in. */
const RULED_ON: readonly (FixVerdict | 'late')[] = [
  'ok',
  'late',
  'duplicate',
  ...OF_PLACE,
  'future',
  'secondary_source',
];

export interface JudgingSpan {
  readonly from: Date;
  /** Not inside. */
  readonly to: Date;
}

/** An alert that the tried rules raise. */
export interface RaisedAgain {
  readonly vehicleId: VehicleId;
  readonly opened: EpisodeOpened;
  /** One of its code and subject was on then. */
  readonly wasRaised: boolean;
}

export interface JudgedAgain {
  readonly fixes: number;
  readonly raised: readonly RaisedAgain[];
  /** Alerts of the span that these rules would not have raised: code by code. */
  readonly notRaised: readonly { readonly code: string; readonly startedAt: Date }[];
}

/**
 * Judges stored fixes by other rules, to see what they would have raised; writes nothing.
 *
 * Each vehicle goes from its nearest earlier checkpoint with no alert open, on the facts of the time.
 */
@Injectable()
export class JudgeAgain {
  constructor(
    private readonly tracks: TrackRepository,
    private readonly contexts: JudgeContexts,
    private readonly trials: Trials,
    private readonly policies: PolicyQueries,
    private readonly episodes: AlertEpisodes,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What to judge every vehicle by. */
  prepare(rules: TriedRules): Promise<Trial> {
    return this.trials.prepare(rules);
  }

  /** The vehicles that reported in the span. */
  async vehiclesOf({ from, to }: JudgingSpan): Promise<VehicleId[]> {
    const rows: { vehicle_id: VehicleId }[] = await this.unitOfWork.reads.query(
      `SELECT DISTINCT vehicle_id FROM fix WHERE at >= $1 AND at < $2 ORDER BY vehicle_id`,
      [from, to],
    );
    return rows.map(({ vehicle_id }) => vehicle_id);
  }

  async judge(vehicleId: VehicleId, span: JudgingSpan, trial: Trial): Promise<JudgedAgain> {
    const { reads } = this.unitOfWork;
    const past = await this.pastOf(vehicleId, span);
    const run = new Run(past.state);
    let { facts } = past;
    const opened: EpisodeOpened[] = [];
    let fixes = 0;
    const judge = async (input: JudgeInput) => {
      const plantIds = rangePlantsOf(run.state.trip);
      await this.contexts.load({ ats: [input.at], vehicleIds: [], plantIds });
      const context = this.contexts.contextAt(vehicleId, facts, input.at);
      const found = run.judge(input, await trial(context, input.at));
      if (input.at >= span.from && input.at < span.to) opened.push(...found);
    };
    for (const item of past.items) {
      const knownAt = item.from === 'fix' ? item.input.receivedAt : item.input.at;
      for (const timer of run.eachDueBy(knownAt)) await judge(timer);
      if (item.from === 'judge_input' && item.facts !== null) facts = item.facts;
      if (item.from === 'fix' && item.input.at >= span.from) fixes += 1;
      await judge(item.input);
    }
    for (const timer of run.eachDueBy(span.to)) await judge(timer);
    const before = await this.episodes.notOverBefore(reads, vehicleId, span.from);
    return { fixes, ...compare(vehicleId, span, opened, before) };
  }

  private async pastOf(vehicleId: VehicleId, { from, to }: JudgingSpan) {
    const { reads } = this.unitOfWork;
    const { value: hours } = await this.policies.valueAt('judge.late_checkpoint_hours', from);
    const earliest = addMinutes(from, -hours * MINUTES_PER_HOUR);
    const checkpoint = await this.tracks.checkpointBefore(reads, vehicleId, from);
    const isNear = checkpoint !== null && checkpoint.fixAt >= earliest;
    const since = isNear ? checkpoint.fixAt : earliest;
    const stored = await this.tracks.judgedSince(reads, vehicleId, since, RULED_ON);
    const items: (QueuedFix | QueuedChange)[] = stored.filter(({ input }) => input.at < to);
    const trip = isNear ? null : await this.tracks.tripChangeBefore(reads, vehicleId, since);
    if (trip !== null) items.unshift(trip);
    const known = await this.tracks.factsChangeBefore(reads, vehicleId, since);
    const state = isNear ? withoutAlerts(checkpoint.state) : NOTHING_KNOWN;
    const facts: VehicleFact | null = known?.facts ?? null;
    return { items, state, facts };
  }
}

/** One vehicle's way through the steps, with the timers that it sets. */
class Run {
  private readonly due = new Map<TimerKind, number>();

  constructor(public state: TrackState) {}

  judge(input: JudgeInput, context: Parameters<typeof judgeInput>[2]): EpisodeOpened[] {
    const judged = judgeInput(this.state, input, context);
    this.state = judged.state;
    for (const event of judged.events) {
      if (event.kind === 'timer_set') this.due.set(event.timer, event.dueAtMs);
    }
    return judged.events.filter((event) => event.kind === 'episode_opened');
  }

  /** Timers that come due up to an instant, earliest first, with those that are set meanwhile. */
  *eachDueBy(until: Date): Generator<JudgeInput> {
    for (let next = this.nextDue(); next !== null; next = this.nextDue()) {
      const [timer, dueAtMs] = next;
      if (dueAtMs > until.getTime()) return;
      this.due.delete(timer);
      yield { kind: 'timer', timer, at: new Date(dueAtMs) };
    }
  }

  private nextDue(): [TimerKind, number] | null {
    return [...this.due].toSorted(([, one], [, other]) => one - other)[0] ?? null;
  }
}

const withoutAlerts = (state: TrackState): TrackState => ({
  ...state,
  radius: null,
  watches: {},
  watchDueAtMs: null,
  zoneEpisodes: {},
  silence: { ...state.silence, hasTimer: false, episode: null },
});

interface KnownSpan {
  readonly code: string;
  readonly subjectId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** What was raised then beside what is raised now. */
function compare(
  vehicleId: VehicleId,
  { from, to }: JudgingSpan,
  opened: readonly EpisodeOpened[],
  before: readonly KnownSpan[],
): Pick<JudgedAgain, 'raised' | 'notRaised'> {
  const matched = new Set<KnownSpan>();
  const raised = opened.map((episode) => {
    const seenAtMs = episode.evidence.at(-1)?.atMs ?? episode.startedAtMs;
    const same = before.find(
      ({ code, subjectId, startedAt, endedAt }) =>
        code === episode.code &&
        subjectId === episode.subjectId &&
        startedAt.getTime() <= seenAtMs &&
        (endedAt === null || endedAt.getTime() >= episode.startedAtMs),
    );
    if (same !== undefined) matched.add(same);
    return { vehicleId, opened: episode, wasRaised: same !== undefined };
  });
  const notRaised = before.filter(
    (known) => known.startedAt >= from && known.startedAt < to && !matched.has(known),
  );
  return { raised, notRaised: notRaised.map(({ code, startedAt }) => ({ code, startedAt })) };
}
