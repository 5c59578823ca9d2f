import type { JudgeContext } from '../context.js';
import type { JudgeEvent } from '../events.js';
import type { JudgeInput } from '../inputs.js';
import type { Step } from '../step.js';
import type { OpenEpisode, TrackState, WatchedCode, WatchState } from '../track-state.js';
import { followWatch } from '../watches/follow-watch.js';
import { WAITING_WATCHES, WATCHES } from '../watches/index.js';
import type { Watch } from '../watches/watch.js';

/**
 * Carries every watch over the input, and sets the one timer they share to the next instant at which
 * waiting alone makes something wrong, or what is wrong grave, or ends it. A timer that comes due too early
 * is set again.
 */
export const judgeWatches: Step = (state, input, context) => {
  if (input.kind === 'stood_down') return null;
  const { watches, events } = followWatches(state, input, context);
  const hasFired = input.kind === 'timer' && input.timer === 'watch';
  const setToMs = hasFired ? null : state.watchDueAtMs;
  // What has run out and was not found then will not be by waiting on: the next fix tells.
  const afterMs = hasFired ? input.at.getTime() : Number.NEGATIVE_INFINITY;
  const dueAtMs = nextDueAtMs(state, watches, context, afterMs);
  const isSetInTime = dueAtMs === null || (setToMs !== null && setToMs <= dueAtMs);
  const watchDueAtMs = isSetInTime ? setToMs : dueAtMs;
  if (!isSetInTime) events.push({ kind: 'timer_set', timer: 'watch', dueAtMs });
  const isSame = watches === state.watches && watchDueAtMs === state.watchDueAtMs;
  return isSame && events.length === 0
    ? null
    : { state: { ...state, watches, watchDueAtMs }, events };
};

/** What is remembered of each watch afterwards: the very same where nothing has changed. */
function followWatches(
  state: TrackState,
  input: JudgeInput,
  context: JudgeContext,
): { readonly watches: TrackState['watches']; readonly events: JudgeEvent[] } {
  const watches: Partial<Record<WatchedCode, WatchState>> = {};
  const events: JudgeEvent[] = [];
  let isSame = true;
  for (const watch of WATCHES) {
    const followed = followWatch(watch, state, input, context);
    if (followed.watch !== null) watches[watch.code] = followed.watch;
    if (followed.watch !== (state.watches[watch.code] ?? null)) isSame = false;
    if (followed.events.length > 0) events.push(...followed.events);
  }
  return { watches: isSame ? state.watches : watches, events };
}

function nextDueAtMs(
  state: TrackState,
  watches: TrackState['watches'],
  context: JudgeContext,
  afterMs: number,
): number | null {
  let nextMs: number | null = null;
  for (const watch of WAITING_WATCHES) {
    const atMs = changesAtMs(watch, watches[watch.code]?.episode ?? null, state, context);
    if (atMs === null || atMs <= afterMs) continue;
    if (nextMs === null || atMs < nextMs) nextMs = Math.ceil(atMs);
  }
  return nextMs;
}

/** When waiting alone opens a watch's alert or, once it is open, makes it grave or ends it; null: it does not. */
function changesAtMs(
  { dueAtMs, graverAtMs, overAtMs }: Watch,
  episode: OpenEpisode | null,
  state: TrackState,
  context: JudgeContext,
): number | null {
  if (episode === null) return dueAtMs?.(state, context) ?? null;
  const graverMs = episode.level === 'grave' ? null : (graverAtMs?.(state, context) ?? null);
  return graverMs ?? overAtMs?.(state, context) ?? null;
}
