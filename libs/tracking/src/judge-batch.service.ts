import { type Clock, CLOCK, groupBy, minutesBetween, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AnnounceJudged } from './announce-judged.service.js';
import { FixQueue, NO_FIXES, type TakenFixes } from './data/fix-queue.repository.js';
import { JudgeQueue } from './data/judge-queue.repository.js';
import type { StoredTrack } from './data/stored-track.js';
import { TrackRepository } from './data/track.repository.js';
import { JudgeContexts } from './judge-contexts.service.js';
import { JudgeFaults } from './judge-faults.service.js';
import { JudgeLateFixes } from './judge-late-fixes.service.js';
import { JudgeMetrics } from './judge-metrics.js';
import { beginsLate, judgeLive, watchDueBefore } from './judge-live.js';
import type { QueuedChange, QueuedInput } from './queued-input.js';
import type { TimerKind, TripFacts } from './rules/inputs.js';
import { NOTHING_KNOWN } from './rules/track-state.js';
import { rangePlantsOf } from './trip-facts.js';
import type { VehicleOutcome } from './vehicle-outcome.js';
import { WriteJudgements } from './write-judgements.service.js';

/** Inputs of each vehicle, in its order. */
type Groups = ReadonlyMap<VehicleId, readonly QueuedInput[]>;

/**
 * Inputs in one transaction: enough that a vehicle's state is written once for many of its fixes when
 * they pile up, few enough to let others in between.
 */
export const BATCH_LIMIT = 20_000;

/** More than a city's vehicles. */
const MOST_TRACKS = 20_000;

/** Judges what waits, a batch at a time: read, run the steps, write all of it in one transaction. */
@Injectable()
export class JudgeBatchService {
  private readonly log = new Logger(JudgeBatchService.name);
  private readonly known = new Map<VehicleId, StoredTrack>();
  private listeningSince: Date | null = null;
  private hasListened = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fixes: FixQueue,
    private readonly queue: JudgeQueue,
    private readonly tracks: TrackRepository,
    private readonly contexts: JudgeContexts,
    private readonly lateFixes: JudgeLateFixes,
    private readonly judgements: WriteJudgements,
    private readonly faults: JudgeFaults,
    private readonly announcer: AnnounceJudged,
    private readonly metrics: JudgeMetrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Judges the next batch of these shards, and once nothing waits the timers that are due.
   *
   * @returns how many inputs were judged; 0 when there is nothing to do now
   */
  async judgeNext(shards: readonly number[], limit = BATCH_LIMIT): Promise<number> {
    const { reads } = this.unitOfWork;
    this.listeningSince ??= this.clock.now();
    const setAside = this.faults.setAside(this.clock.now());
    const taken = await this.fixes.next(reads, { shards, limit, setAside });
    const changes = await this.queue.changes(reads, { shards, limit, setAside });
    const waiting = inputsOf(taken, changes, limit, setAside);
    if (waiting.length > 0) return this.judgeGroups(groupBy(waiting, vehicleOf), taken);
    const kinds = await this.kindsThatMayFire(this.listeningSince);
    const due = await this.queue.dueTimers(reads, { shards, kinds, now: this.clock.now() });
    const ready = due.filter(({ vehicleId }) => !setAside.includes(vehicleId));
    return ready.length === 0 ? 0 : this.judgeGroups(groupBy(ready, vehicleOf), NO_FIXES);
  }

  /** What runs out by the clock runs out whoever was away; silence has to be listened to. */
  private async kindsThatMayFire(listeningSince: Date): Promise<readonly TimerKind[]> {
    this.hasListened ||= await this.hasListenedLongEnough(listeningSince);
    return this.hasListened ? ['watch', 'silence'] : ['watch'];
  }

  /** While the product itself was away it heard of nobody: that is no vehicle's silence. */
  private async hasListenedLongEnough(since: Date): Promise<boolean> {
    const now = this.clock.now();
    await this.contexts.load({ ats: [now], vehicleIds: [], plantIds: [] });
    return minutesBetween(since, now) >= this.contexts.policyAt(now).offlineAfterMin;
  }

  /** Forgets what is known of vehicles: others may have judged them meanwhile. */
  forgetContexts(): void {
    this.contexts.forget();
    this.known.clear();
  }

  /** One transaction for all; where that fails, one for each vehicle, so that one stops no other. */
  private async judgeGroups(groups: Groups, taken: TakenFixes): Promise<number> {
    try {
      return await this.judgeTogether(groups, taken);
    } catch (error) {
      this.forgetContexts();
      this.log.warn({ message: 'batch not judged, vehicles go one by one', error: String(error) });
    }
    await this.unitOfWork.run((tx) => this.fixes.takeOff(tx, taken, []));
    let judged = 0;
    for (const group of groups) judged += await this.judgeAlone(new Map([group]));
    return judged;
  }

  private async judgeAlone(group: Groups): Promise<number> {
    try {
      return await this.judgeTogether(group, NO_FIXES);
    } catch (error) {
      this.forgetContexts();
      return this.judgeOneByOne(group, error);
    }
  }

  /** Finds the input that fails: those before it are judged, it is tried again or set aside. */
  private async judgeOneByOne(groups: Groups, error: unknown): Promise<number> {
    const [[vehicleId, [next, ...others]]] = [...groups] as [[VehicleId, [QueuedInput]]];
    const { state } = (await this.tracksOf([vehicleId])).get(vehicleId)!;
    const due = watchDueBefore(state, next);
    const first: QueuedInput = due ? { from: 'judge_timer', vehicleId, input: due } : next;
    if (due || others.length > 0) {
      try {
        return await this.judgeTogether(new Map([[vehicleId, [first]]]), NO_FIXES);
      } catch (firstError) {
        this.forgetContexts();
        return this.faults.take(first, firstError, this.clock.now());
      }
    }
    return this.faults.take(first, error, this.clock.now());
  }

  private async judgeTogether(groups: Groups, taken: TakenFixes): Promise<number> {
    const vehicleIds = [...groups.keys()];
    const tracks = await this.tracksOf(vehicleIds);
    const inputs = [...groups.values()].flat();
    if (inputs.some(isDecision)) this.contexts.forgetDecisions();
    await this.contexts.load({
      ats: inputs.map(({ input }) => input.at),
      vehicleIds,
      plantIds: plantIdsOf([...tracks.values()], inputs),
    });
    const outcomes: VehicleOutcome[] = [];
    for (const [vehicleId, group] of groups) {
      outcomes.push(await this.judgeVehicle(vehicleId, tracks.get(vehicleId) ?? NEW, group));
    }
    await this.judgements.write(taken, outcomes, () => this.settle(outcomes));
    return outcomes.reduce((sum, { fixes, changes, timers }) => {
      return sum + fixes.length + changes.length + timers.length;
    }, 0);
  }

  /** From memory where they were written last; a track that others wrote since fails by its version. */
  private async tracksOf(vehicleIds: readonly VehicleId[]): Promise<Map<VehicleId, StoredTrack>> {
    const unknown = vehicleIds.filter((id) => !this.known.has(id));
    if (unknown.length > 0) {
      const read = await this.tracks.statesOf(this.unitOfWork.reads, unknown);
      for (const id of unknown) this.known.set(id, read.get(id) ?? NEW);
    }
    const tracks = new Map(vehicleIds.map((id) => [id, this.known.get(id)!]));
    if (this.known.size > MOST_TRACKS) this.known.clear();
    return tracks;
  }

  private async judgeVehicle(
    vehicleId: VehicleId,
    track: StoredTrack,
    group: readonly QueuedInput[],
  ): Promise<VehicleOutcome> {
    const facts = this.contexts.factsOf(vehicleId);
    if (beginsLate(track.state, group)) {
      return this.lateFixes.judge(vehicleId, track, facts, group);
    }
    return judgeLive(vehicleId, track, facts, group, this.contexts);
  }

  private settle(outcomes: readonly VehicleOutcome[]): void {
    for (const { vehicleId, facts, state, version } of outcomes) {
      this.contexts.remember(vehicleId, facts);
      this.known.set(vehicleId, { state, version: version + 1 });
    }
    this.faults.forgive(outcomes.map(({ vehicleId }) => vehicleId));
    this.metrics.countJudged(outcomes);
    this.announcer.announce(outcomes);
  }
}

/** A limit, a zone or a range changed, not the vehicle's own facts. */
const isDecision = (queued: QueuedInput): boolean =>
  queued.from === 'judge_input' && queued.input.kind === 'facts_changed' && queued.facts === null;

const NEW: StoredTrack = { state: NOTHING_KNOWN, version: 0 };

/** What is judged now, in order of arrival; nothing goes before what arrived earlier and waits on. */
function inputsOf(
  { fixes, endArrival }: TakenFixes,
  changes: readonly QueuedChange[],
  limit: number,
  setAside: readonly VehicleId[],
): QueuedInput[] {
  const isWaiting = new Set(setAside);
  const ready = fixes.filter(({ vehicleId }) => !isWaiting.has(vehicleId));
  if (changes.length === 0) return ready.slice(0, limit);
  const end = changes.length === limit ? changes.at(-1)!.arrival : Number.MAX_SAFE_INTEGER;
  return [
    ...ready.filter(({ arrival }) => arrival <= end),
    ...changes.filter(({ arrival }) => arrival <= endArrival),
  ]
    .toSorted((one, other) => one.arrival - other.arrival)
    .slice(0, limit);
}

const vehicleOf = ({ vehicleId }: QueuedInput): VehicleId => vehicleId;

/** The plants whose range may be asked about while these inputs are judged. */
function plantIdsOf(tracks: readonly StoredTrack[], inputs: readonly QueuedInput[]): string[] {
  const plantIds = new Set<string>();
  const add = (trip: TripFacts | null) => rangePlantsOf(trip).forEach((id) => plantIds.add(id));
  for (const { state } of tracks) add(state.trip);
  for (const { input } of inputs) if (input.kind === 'trip_changed') add(input.trip);
  return [...plantIds];
}
