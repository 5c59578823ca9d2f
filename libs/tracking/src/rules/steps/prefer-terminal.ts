import { NO_EVENTS } from '../events.js';
import type { FixInput } from '../inputs.js';
import type { Step } from '../step.js';
import type { TrackState } from '../track-state.js';

/** While the terminal was heard within this time, the driver's phone beside it adds only noise. */
const TERMINAL_LEADS_MS = 120_000;

/** Follows the vehicle's terminal where there is one; its driver's phone fills in when it is silent. */
export const preferTerminal: Step = (state, input) =>
  input.kind === 'fix' && isBesideTerminal(state, input)
    ? { state, events: NO_EVENTS, rejection: 'secondary_source' }
    : null;

/** Whether a fix is a phone's, of about the time of the terminal's last one. */
export const isBesideTerminal = (
  { terminalAtMs }: TrackState,
  { source, at }: Pick<FixInput, 'source' | 'at'>,
): boolean =>
  source === 'phone' &&
  terminalAtMs !== null &&
  Math.abs(at.getTime() - terminalAtMs) <= TERMINAL_LEADS_MS;
