import type { JudgeContext } from './context.js';
import { type FixVerdict, type JudgeEvent, NO_EVENTS } from './events.js';
import type { JudgeInput } from './inputs.js';
import type { Step } from './step.js';
import { dropDuplicates } from './steps/drop-duplicates.js';
import { followPlants } from './steps/follow-plants.js';
import {
  hearAlarms,
  hearAlarmsOnReceipt,
  hearRisenAlarms,
  isOfClock,
  isOfPlace,
} from './steps/hear-alarms.js';
import { judgePassages } from './steps/judge-passages.js';
import { judgeRadius } from './steps/judge-radius.js';
import { judgeWatches } from './steps/judge-watches.js';
import { judgeZonePermission } from './steps/judge-zone-permission.js';
import { matchGeofences } from './steps/match-geofences.js';
import { preferTerminal } from './steps/prefer-terminal.js';
import { proposePumpStage } from './steps/propose-pump-stage.js';
import { proposeTripStage } from './steps/propose-trip-stage.js';
import { rejectImplausible } from './steps/reject-implausible.js';
import { rejectImpossibleJumps } from './steps/reject-impossible-jumps.js';
import { rejectWrongClock } from './steps/reject-wrong-clock.js';
import { standDown } from './steps/stand-down.js';
import { takeOver } from './steps/take-over.js';
import { watchSilence } from './steps/watch-silence.js';
import type { TrackState } from './track-state.js';

/** How an input is judged, in this order. The list is the documentation. */
export const PIPELINE: readonly Step[] = [
  standDown,
  watchSilence,
  rejectWrongClock,
  dropDuplicates,
  rejectImplausible,
  preferTerminal,
  rejectImpossibleJumps,
  judgePassages,
  takeOver,
  followPlants,
  matchGeofences,
  proposeTripStage,
  proposePumpStage,
  judgeRadius,
  judgeZonePermission,
  judgeWatches,
];

/**
 * What the clock of silence is for. It is held while nobody listens, so nothing else may depend on when
 * it comes due: what other rules wait for has a timer of its own.
 */
const OF_SILENCE: readonly Step[] = [watchSilence];

const stepsFor = (input: JudgeInput): readonly Step[] =>
  input.kind === 'timer' && input.timer === 'silence' ? OF_SILENCE : PIPELINE;

export interface Judgement {
  readonly state: TrackState;
  readonly events: readonly JudgeEvent[];
  readonly verdict: FixVerdict;
}

/**
 * Runs one input through every step; the state that comes out goes in with the next input. Of a fix that
 * a step rejects for its place, its clock or its instant the alarms are heard all the same.
 */
export function judgeInput(
  before: TrackState,
  input: JudgeInput,
  context: JudgeContext,
): Judgement {
  let state = before;
  let events = NO_EVENTS;
  for (const step of stepsFor(input)) {
    const result = step(state, input, context);
    if (result === null) continue;
    state = result.state;
    if (result.events.length > 0) events = [...events, ...result.events];
    if (result.rejection === undefined) continue;
    const heard = stepThatHears(result.rejection)?.(state, input, context) ?? null;
    if (heard !== null) events = [...events, ...heard.events];
    return { state: heard?.state ?? state, events, verdict: result.rejection };
  }
  return { state, events, verdict: 'ok' };
}

function stepThatHears(rejection: FixVerdict): Step | null {
  if (isOfPlace(rejection)) return hearAlarms;
  if (rejection === 'duplicate') return hearRisenAlarms;
  return isOfClock(rejection) ? hearAlarmsOnReceipt : null;
}
