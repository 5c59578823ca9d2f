import { addMinutes, type VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import type { StoredTrack } from './data/stored-track.js';
import type { NewCheckpoint } from './data/track.repository.js';
import type { JudgeContexts } from './judge-contexts.service.js';
import type { QueuedChange, QueuedFix, QueuedInput, QueuedTimer } from './queued-input.js';
import type { JudgeContext } from './rules/context.js';
import { NO_EVENTS } from './rules/events.js';
import type { JudgeInput, TimerInput } from './rules/inputs.js';
import { judgeInput, type Judgement } from './rules/pipeline.js';
import { isBesideTerminal } from './rules/steps/prefer-terminal.js';
import { isOfUnsetClock } from './rules/steps/reject-wrong-clock.js';
import { watchSilence } from './rules/steps/watch-silence.js';
import type { TrackState } from './rules/track-state.js';
import { rangePlantsOf } from './trip-facts.js';
import type { DatedAction, StoredVerdict, VehicleOutcome } from './vehicle-outcome.js';

/** A late fix is judged from the nearest earlier checkpoint; this far apart they are. */
const CHECKPOINT_EVERY_MS = 5 * 60_000;
const MINUTES_PER_HOUR = 60;

/** Where the facts of a time come from: those of the inputs are loaded, others have to be first. */
type Contexts = Pick<JudgeContexts, 'load' | 'contextAt'>;

/**
 * Judges the inputs of one vehicle in order, up to the first late fix, which is judged another way.
 * Before each goes what had run out by the clock when it was known, as if nobody had been away.
 *
 * @returns an outcome without inputs when the very first one is late and no time had run out
 */
export async function judgeLive(
  vehicleId: VehicleId,
  track: StoredTrack,
  factsBefore: VehicleFact | null,
  inputs: readonly QueuedInput[],
  contexts: Contexts,
): Promise<VehicleOutcome> {
  let { state } = track;
  let facts = factsBefore;
  let lastFix: QueuedFix | null = null;
  const fixes: { fix: QueuedFix; verdict: StoredVerdict }[] = [];
  const changes: QueuedChange[] = [];
  const timers: QueuedTimer[] = [];
  const actions: DatedAction[] = [];
  const checkpoints: NewCheckpoint[] = [];

  for (const queued of inputs) {
    const knownAt = knownAtOf(queued);
    for (let due = watchDueBefore(state, queued); due; due = watchDueBefore(state, queued)) {
      await contexts.load({ ats: [due.at], vehicleIds: [], plantIds: rangePlantsOf(state.trip) });
      const judged = judgeInput(state, due, contexts.contextAt(vehicleId, facts, due.at));
      state = judged.state;
      for (const action of judged.events) actions.push({ action, knownAt: due.at });
      timers.push({ from: 'judge_timer', vehicleId, input: due });
    }
    if (queued.from === 'fix' && isLate(state, queued)) break;
    if (queued.from === 'judge_input' && queued.facts !== null) facts = queued.facts;
    const { input } = queued;
    const context = contexts.contextAt(vehicleId, facts, input.at);
    const before = state;
    const judged =
      queued.from === 'fix' && isBehindTerminal(state, queued)
        ? hearBehindTerminal(state, input, context)
        : judgeInput(state, input, context);
    state = judged.state;
    for (const action of judged.events) actions.push({ action, knownAt });

    if (queued.from === 'judge_input') changes.push(queued);
    if (queued.from === 'judge_timer') timers.push(queued);
    if (queued.from !== 'fix') continue;
    fixes.push({ fix: queued, verdict: judged.verdict });
    if (judged.verdict !== 'ok') continue;
    lastFix = queued;
    if (isCheckpointDue(before, input.at)) {
      const keepFrom = addMinutes(input.at, -MINUTES_PER_HOUR * context.policy.lateWithinHours);
      checkpoints.push({ vehicleId, fixAt: input.at, state, keepFrom });
    }
  }
  return {
    vehicleId,
    version: track.version,
    state,
    facts,
    fixes,
    changes,
    timers,
    actions,
    checkpoints,
    dropCheckpointsFrom: null,
    lastFix,
  };
}

/** When the product knew of it. */
const knownAtOf = (queued: QueuedInput): Date =>
  queued.from === 'fix' ? queued.input.receivedAt : queued.input.at;

/** The timer of the watches, if it had come due when an input was known and has not fired yet. */
export function watchDueBefore(
  { watchDueAtMs }: TrackState,
  queued: QueuedInput,
): TimerInput | null {
  if (watchDueAtMs === null || watchDueAtMs > knownAtOf(queued).getTime()) return null;
  const isItself = queued.from === 'judge_timer' && queued.input.timer === 'watch';
  return isItself ? null : { kind: 'timer', timer: 'watch', at: new Date(watchDueAtMs) };
}

/** Whether a late fix comes first: it is judged another way, once no time has run out before it. */
export const beginsLate = (state: TrackState, [first]: readonly QueuedInput[]): boolean =>
  first?.from === 'fix' && isLate(state, first) && watchDueBefore(state, first) === null;

const isBehind = ({ last }: TrackState, { input }: QueuedFix): boolean =>
  last !== null && input.at.getTime() < last.atMs;

/** What does not count as a position is a sign of life all the same. */
function hearBehindTerminal(
  state: TrackState,
  input: JudgeInput,
  context: JudgeContext,
): Judgement {
  const heard = watchSilence(state, input, context) ?? { state, events: NO_EVENTS };
  return { ...heard, verdict: 'secondary_source' };
}

const isBehindTerminal = (state: TrackState, fix: QueuedFix): boolean =>
  isBehind(state, fix) && isBesideTerminal(state, fix.input);

/**
 * A phone's fix just behind the terminal's adds nothing, and is not worth going back for; a clock that was
 * never set says nothing of when.
 */
export const isLate = (state: TrackState, fix: QueuedFix): boolean =>
  isBehind(state, fix) && !isBesideTerminal(state, fix.input) && !isOfUnsetClock(fix.input);

const isCheckpointDue = ({ last }: TrackState, at: Date): boolean =>
  last === null ||
  Math.floor(last.atMs / CHECKPOINT_EVERY_MS) !== Math.floor(at.getTime() / CHECKPOINT_EVERY_MS);
