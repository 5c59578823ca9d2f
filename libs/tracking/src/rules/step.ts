import type { JudgeContext } from './context.js';
import type { StepResult } from './events.js';
import type { JudgeInput } from './inputs.js';
import type { TrackState } from './track-state.js';

/** One pure step of the pipeline. */
export type Step = (state: TrackState, input: JudgeInput, context: JudgeContext) => StepResult;
