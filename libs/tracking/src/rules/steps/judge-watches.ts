import type { JudgeContext } from '../context.js';
import type { JudgeEvent } from '../events.js';
import type { Step } from '../step.js';
import type { TrackState, WatchedCode, WatchState } from '../track-state.js';
import { followWatch } from '../watches/follow-watch.js';
import { WATCHES } from '../watches/index.js';

/**
 * Carries every watch over the input, and sets the one timer they share to the next instant at which
 * waiting alone makes something wrong. A timer that comes due too early is set again.
 */
export const judgeWatches: Step = (state, input, context) => {
  if (input.kind === 'stood_down') return { state, events: [] };
  const watches: Partial<Record<WatchedCode, WatchState>> = {};
  const events: JudgeEvent[] = [];
  for (const watch of WATCHES) {
    const followed = followWatch(watch, state, input, context);
    if (followed.watch !== null) watches[watch.code] = followed.watch;
    events.push(...followed.events);
  }
  const hasFired = input.kind === 'timer' && input.timer === 'watch';
  const setToMs = hasFired ? null : state.watchDueAtMs;
  const dueAtMs = nextDueAtMs({ ...state, watches }, context);
  const isSetInTime = setToMs !== null && (dueAtMs === null || setToMs <= dueAtMs);
  if (dueAtMs === null || isSetInTime) {
    return { state: { ...state, watches, watchDueAtMs: setToMs }, events };
  }
  events.push({ kind: 'timer_set', timer: 'watch', dueAtMs });
  return { state: { ...state, watches, watchDueAtMs: dueAtMs }, events };
};

function nextDueAtMs(state: TrackState, context: JudgeContext): number | null {
  const due = WATCHES.flatMap(({ code, dueAtMs }) => {
    const isOpen = state.watches[code]?.episode != null;
    const atMs = isOpen ? null : (dueAtMs?.(state, context) ?? null);
    return atMs === null ? [] : [atMs];
  });
  return due.length === 0 ? null : Math.min(...due);
}
