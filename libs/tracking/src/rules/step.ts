import type { JudgeContext } from './context.js';
import type { StepResult } from './events.js';
import type { JudgeInput } from './inputs.js';
import type { TrackState } from './track-state.js';

/** One pure step of the pipeline; null: the input changes nothing for it, and it says nothing. */
export type Step = (
  state: TrackState,
  input: JudgeInput,
  context: JudgeContext,
) => StepResult | null;
