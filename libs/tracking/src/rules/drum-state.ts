import type { DrumState } from './inputs.js';

/** Every state of a drum, in the order that numbers it between threads. */
export const DRUM_STATES: readonly DrumState[] = ['stopped', 'forward', 'reverse'];

/** The state of the drum, when that is what it says. */
export const readDrumState = (text: unknown): DrumState | null =>
  DRUM_STATES.find((state) => state === text) ?? null;

/** What a terminal's additional items say of the drum; null when they do not. */
export const drumStateOf = (extras: object | null): DrumState | null =>
  extras !== null && 'drumState' in extras ? readDrumState(extras.drumState) : null;
