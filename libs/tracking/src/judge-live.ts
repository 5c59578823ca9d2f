import { addMinutes, type VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import type { StoredTrack } from './data/stored-track.js';
import type { NewCheckpoint } from './data/track.repository.js';
import type { QueuedChange, QueuedFix, QueuedInput, QueuedTimer } from './queued-input.js';
import type { JudgeContext } from './rules/context.js';
import { NO_EVENTS } from './rules/events.js';
import type { JudgeInput } from './rules/inputs.js';
import { judgeInput, type Judgement } from './rules/pipeline.js';
import { isBesideTerminal } from './rules/steps/prefer-terminal.js';
import { watchSilence } from './rules/steps/watch-silence.js';
import type { TrackState } from './rules/track-state.js';
import type { DatedAction, StoredVerdict, VehicleOutcome } from './vehicle-outcome.js';

/** A late fix is judged from the nearest earlier checkpoint; this far apart they are. */
const CHECKPOINT_EVERY_MS = 5 * 60_000;
const MINUTES_PER_HOUR = 60;

/** Facts in force at an instant for a vehicle whose own are given. */
export type ContextAt = (vehicleId: VehicleId, facts: VehicleFact | null, at: Date) => JudgeContext;

/**
 * Judges the inputs of one vehicle in order, up to the first late fix, which is judged another way.
 *
 * @returns an outcome without inputs when the very first one is late
 */
export function judgeLive(
  vehicleId: VehicleId,
  track: StoredTrack,
  factsBefore: VehicleFact | null,
  inputs: readonly QueuedInput[],
  contextAt: ContextAt,
): VehicleOutcome {
  let { state } = track;
  let facts = factsBefore;
  let lastFix: QueuedFix | null = null;
  const fixes: { fix: QueuedFix; verdict: StoredVerdict }[] = [];
  const changes: QueuedChange[] = [];
  const timers: QueuedTimer[] = [];
  const actions: DatedAction[] = [];
  const checkpoints: NewCheckpoint[] = [];

  for (const queued of inputs) {
    if (queued.from === 'fix' && isLate(state, queued)) break;
    if (queued.from === 'judge_input' && queued.facts !== null) facts = queued.facts;
    const { input } = queued;
    const context = contextAt(vehicleId, facts, input.at);
    const knownAt = queued.from === 'fix' ? queued.input.receivedAt : input.at;
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

/** A phone's fix just behind the terminal's adds nothing, and is not worth going back for. */
export const isLate = (state: TrackState, fix: QueuedFix): boolean =>
  isBehind(state, fix) && !isBesideTerminal(state, fix.input);

const isCheckpointDue = ({ last }: TrackState, at: Date): boolean =>
  last === null ||
  Math.floor(last.atMs / CHECKPOINT_EVERY_MS) !== Math.floor(at.getTime() / CHECKPOINT_EVERY_MS);
