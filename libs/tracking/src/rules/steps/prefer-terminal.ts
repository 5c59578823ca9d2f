import type { Step } from '../pipeline.js';

/** While the terminal was heard within this time, the driver's phone beside it adds only noise. */
export const TERMINAL_LEADS_MS = 120_000;

/** Follows the vehicle's terminal where there is one; its driver's phone fills in when it is silent. */
export const preferTerminal: Step = (state, input) => {
  if (input.kind !== 'fix' || input.source === 'terminal' || state.terminalAtMs === null) {
    return { state, events: [] };
  }
  const behindMs = input.at.getTime() - state.terminalAtMs;
  return behindMs <= TERMINAL_LEADS_MS
    ? { state, events: [], rejection: 'secondary_source' }
    : { state, events: [] };
};
