import type { JudgeContext } from '../context.js';
import type { AlertLevel, TrackState, WatchedCode } from '../track-state.js';
import { atOnce, type Watch } from './watch.js';

const MS_PER_MIN = 60_000;

/** Something that goes on, and how long it may. */
export interface Clocked {
  readonly sinceMs: number;
  readonly limitMin: number;
}

/**
 * Watches for what takes too long: the alert opens by the clock, without a fix, and starts when the
 * time was up.
 *
 * @param clocked what goes on now; null: nothing does
 */
export const watchOverdue = (
  code: WatchedCode,
  level: AlertLevel,
  clocked: (state: TrackState, context: JudgeContext) => Clocked | null,
): Watch => ({
  code,
  confirmFixes: atOnce,
  find(state, input, context) {
    const going = clocked(state, context);
    if (going === null) return null;
    const minutes = (input.at.getTime() - going.sinceMs) / MS_PER_MIN;
    if (minutes < going.limitMin) return null;
    return {
      level,
      value: Math.floor(minutes),
      limitValue: going.limitMin,
      unit: 'min',
      sinceMs: dueOf(going),
    };
  },
  dueAtMs(state, context) {
    const going = clocked(state, context);
    return going === null ? null : dueOf(going);
  },
});

const dueOf = ({ sinceMs, limitMin }: Clocked): number => sinceMs + limitMin * MS_PER_MIN;
