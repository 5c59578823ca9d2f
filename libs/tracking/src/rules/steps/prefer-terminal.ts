import { NO_EVENTS } from '../events.js';
import type { FixInput } from '../inputs.js';
import type { Step } from '../step.js';
import type { TrackState } from '../track-state.js';

/** Two clocks, and the ways of two reports, differ by this much: within it neither is the fresher. */
const AS_FRESH_MS = 10_000;
/** The terminal is heard: it is around for so long before and after its last fix. */
const HEARD_MS = 120_000;

/**
 * Follows whichever was true last: the vehicle's terminal while its fixes are as fresh as those of its
 * driver's phone, the phone as soon as it knows of something later. Whether what is fresher can be is
 * for the steps before and after this one.
 */
export const preferTerminal: Step = (state, input) =>
  input.kind === 'fix' && isBesideTerminal(state, input)
    ? { state, events: NO_EVENTS, rejection: 'secondary_source' }
    : null;

/** Whether a fix is a phone's while the terminal is heard. */
export const isWhileTerminalHeard = (
  { terminalAtMs }: TrackState,
  { source, at }: Pick<FixInput, 'source' | 'at'>,
): boolean =>
  source === 'phone' && terminalAtMs !== null && Math.abs(at.getTime() - terminalAtMs) <= HEARD_MS;

/** Whether a fix is a phone's that is no fresher than the terminal's last one, and of about its time. */
export const isBesideTerminal = (
  state: TrackState,
  fix: Pick<FixInput, 'source' | 'at'>,
): boolean =>
  isWhileTerminalHeard(state, fix) && fix.at.getTime() - state.terminalAtMs! <= AS_FRESH_MS;
