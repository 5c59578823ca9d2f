import type { Reason } from '@tongyun/permission';
import type { JudgeContext, JudgePolicy } from '../context.js';
import type { JudgeInput } from '../inputs.js';
import type { AlertLevel, TrackState, WatchedCode } from '../track-state.js';

/** What a watch finds wrong. */
export interface Finding {
  readonly level: AlertLevel;
  /** What is measured, in `unit`; null where nothing is. */
  readonly value: number | null;
  readonly limitValue: number | null;
  readonly unit: string | null;
  /** Since when it is so, ms since 1970; null: since the first fix that found it. */
  readonly sinceMs: number | null;
  readonly reasons?: readonly Reason[];
  /** It is another one than that of the alert that is open: that one ends, and the next opens. */
  readonly isAnew?: boolean;
}

/** `no_word`: the input says nothing either way. */
export type Word = Finding | null | 'no_word';

/** One condition that raises an alert about the vehicle while it holds. */
export interface Watch {
  readonly code: WatchedCode;
  /** Fixes in a row that make an alert, and that end it; 0: what is found counts at once. */
  readonly confirmFixes: (policy: JudgePolicy) => number;
  /** How long it must hold beside, seconds; fixes further apart than `passageMaxGapSec` do not show it. */
  readonly holdSec?: (policy: JudgePolicy) => number;
  /** The state is that after the input, `state.last` the place of its fix. */
  find(state: TrackState, input: JudgeInput, context: JudgeContext): Word;
  /** When mere waiting will make it so, ms since 1970; null: it will not. */
  dueAtMs?(state: TrackState, context: JudgeContext): number | null;
  /** When mere waiting will make it graver once it is open, ms since 1970; null: it will not. */
  graverAtMs?(state: TrackState, context: JudgeContext): number | null;
  /** When mere waiting will end it once it is open, ms since 1970; null: it will not. */
  overAtMs?(state: TrackState, context: JudgeContext): number | null;
}

/** A watch of what a vehicle does, which fixes have to confirm. */
export const bySeveralFixes = ({ watchConfirmFixes }: JudgePolicy): number => watchConfirmFixes;

/** A watch of what is known for certain. */
export const atOnce = (): number => 0;
