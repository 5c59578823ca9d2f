import { addMinutes, type VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { TrackRepository } from './data/track.repository.js';
import { JudgeContexts } from './judge-contexts.service.js';
import type { QueuedChange, QueuedFix } from './queued-input.js';
import type { JudgeContext } from './rules/context.js';
import type { FixVerdict } from './rules/events.js';
import { judgeInput, type Judgement } from './rules/pipeline.js';
import { OF_PLACE } from './rules/steps/hear-alarms.js';
import { NOTHING_KNOWN, type TrackState } from './rules/track-state.js';
import { rangePlantsOf } from './trip-facts.js';

const MINUTES_PER_HOUR = 60;

/**
 * What counted, and what was rejected for its place or its instant alone: that may be confirmed, or tell of
 * an alarm.
 */
const PAST: readonly (FixVerdict | 'late')[] = ['ok', 'late', 'duplicate', ...OF_PLACE];

type Kept = QueuedFix | QueuedChange;

/** A vehicle's past, run through the steps again from a checkpoint on. */
export interface LateLane {
  /** As of the instant gone to, with what was judged there. */
  readonly state: TrackState;
  /** Goes to an instant, on or back, over what is stored, that instant included. */
  goTo(at: Date): Promise<void>;
  /** Judges a late fix at its place in time, where it stays; `goTo` its time first. */
  judge(fix: QueuedFix): Promise<Judgement>;
  /** What the rest of what is stored would make of the state now; the lane itself stays. */
  runOn(until: (judgement: Judgement) => boolean): Promise<TrackState>;
}

/** Opens lanes: each reads what is stored once and judges it on the facts of its time. */
@Injectable()
export class LateLanes {
  constructor(
    private readonly tracks: TrackRepository,
    private readonly contexts: JudgeContexts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @param from time of the earliest late fix: the lane starts at the nearest checkpoint before it
   * @param withinHours how long before `from` the lane reads fixes again, at the most
   */
  async open(vehicleId: VehicleId, from: Date, withinHours: number): Promise<LateLane> {
    const { reads } = this.unitOfWork;
    const checkpoint = await this.tracks.checkpointBefore(reads, vehicleId, from);
    const earliest = addMinutes(from, -MINUTES_PER_HOUR * withinHours);
    const isNear = checkpoint !== null && checkpoint.fixAt >= earliest;
    const since = isNear ? checkpoint.fixAt : earliest;
    const kept: Kept[] = await this.tracks.judgedSince(reads, vehicleId, since, PAST);
    const earlier = await this.tracks.factsChangeBefore(reads, vehicleId, since);
    const trip = isNear ? null : await this.tracks.tripChangeBefore(reads, vehicleId, since);
    if (trip !== null) kept.unshift(trip); // what was between is not read again, its trip counts on
    const judge = (state: TrackState, facts: VehicleFact | null, item: Kept) =>
      this.judgeAsOf(vehicleId, state, facts, item);
    const start = { state: checkpoint?.state ?? NOTHING_KNOWN, facts: earlier?.facts ?? null };
    return new StoredPast(start, kept, judge);
  }

  private async judgeAsOf(
    vehicleId: VehicleId,
    state: TrackState,
    facts: VehicleFact | null,
    { input }: Kept,
  ): Promise<Judgement> {
    const trip = input.kind === 'trip_changed' ? input.trip : state.trip;
    await this.contexts.load({ ats: [input.at], vehicleIds: [], plantIds: rangePlantsOf(trip) });
    const context: JudgeContext = this.contexts.contextAt(vehicleId, facts, input.at);
    return judgeInput(state, input, context);
  }
}

type JudgeAsOf = (state: TrackState, facts: VehicleFact | null, item: Kept) => Promise<Judgement>;

/** What is known before one thing that is kept. */
interface Standing {
  readonly state: TrackState;
  readonly facts: VehicleFact | null;
}

/** Remembers where it stood before each thing kept, so that going back costs nothing. */
class StoredPast implements LateLane {
  private readonly standings: Standing[];
  private next = 0;

  constructor(
    start: Standing,
    private readonly kept: Kept[],
    private readonly judgeAsOf: JudgeAsOf,
  ) {
    this.standings = [start];
  }

  get state(): TrackState {
    return this.standings[this.next]!.state;
  }

  async goTo(at: Date): Promise<void> {
    const after = this.kept.findIndex(({ input }) => input.at > at);
    this.next = after === -1 ? this.kept.length : after;
    for (let known = this.standings.length; known <= this.next; known++) {
      const item = this.kept[known - 1]!;
      const before = this.standings[known - 1]!;
      const facts = factsAfter(before.facts, item);
      const { state } = await this.judgeAsOf(before.state, facts, item);
      this.standings.push({ state, facts });
    }
  }

  async judge(fix: QueuedFix): Promise<Judgement> {
    const { state, facts } = this.standings[this.next]!;
    const judgement = await this.judgeAsOf(state, facts, fix);
    if (!PAST.includes(judgement.verdict)) return judgement;
    this.kept.splice(this.next, 0, fix);
    this.next++;
    this.standings.splice(this.next, Infinity, { state: judgement.state, facts });
    return judgement;
  }

  async runOn(until: (judgement: Judgement) => boolean): Promise<TrackState> {
    let { state, facts } = this.standings[this.next]!;
    for (let place = this.next; place < this.kept.length; place++) {
      const item = this.kept[place]!;
      facts = factsAfter(facts, item);
      const judgement = await this.judgeAsOf(state, facts, item);
      state = judgement.state;
      if (until(judgement)) return state;
    }
    return state;
  }
}

/** Facts hold from the change that recorded them; before the first one nothing is held against. */
const factsAfter = (facts: VehicleFact | null, item: Kept): VehicleFact | null =>
  item.from === 'judge_input' && item.facts !== null ? item.facts : facts;
