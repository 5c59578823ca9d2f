import type { JudgePolicy } from '../context.js';
import type { AlertLevel, TrackState, WatchedCode } from '../track-state.js';
import { atOnce, type Watch } from './watch.js';

const MS_PER_MIN = 60_000;

/** Minutes its driver drove without a rest at an instant; null while it rests or stands. */
const drivenMin = ({ motion, wheel }: TrackState, atMs: number): number | null =>
  motion.drivenSinceMs === null
    ? null
    : (atMs - Math.max(motion.drivenSinceMs, wheel?.fromMs ?? 0)) / MS_PER_MIN;

interface DrivingLimit {
  readonly code: WatchedCode;
  readonly level: AlertLevel;
  /** From and up to how many minutes of driving it is found. */
  readonly span: (policy: {
    readonly drivingLimitMin: number;
    readonly drivingWarnBeforeMin: number;
  }) => { readonly fromMin: number; readonly toMin: number };
}

type RestPolicy = Pick<JudgePolicy, 'drivingRestMin'>;

/** When what stands now will have rested; null: it drives. */
const restedAtMs = ({ motion }: TrackState, { drivingRestMin }: RestPolicy): number | null =>
  motion.stop === null ? null : motion.stop.atMs + drivingRestMin * MS_PER_MIN;

const watchDriving = ({ code, level, span }: DrivingLimit): Watch => ({
  code,
  confirmFixes: atOnce,
  find(state, input, { policy }) {
    const atMs = input.at.getTime();
    if (atMs >= (restedAtMs(state, policy) ?? Number.POSITIVE_INFINITY)) return null;
    if (input.kind !== 'fix') return 'no_word';
    const minutes = drivenMin(state, atMs);
    const { fromMin, toMin } = span(policy);
    if (minutes === null || minutes < fromMin || minutes >= toMin) return null;
    return {
      level,
      value: Math.floor(minutes),
      limitValue: policy.drivingLimitMin,
      unit: 'min',
      sinceMs: atMs,
    };
  },
  overAtMs: (state, { policy }) => restedAtMs(state, policy),
});

/** Soon he will have driven for as long as is allowed without a rest. */
export const fatigueWarning: Watch = watchDriving({
  code: 'fatigue_warning',
  level: 'notice',
  span: ({ drivingLimitMin, drivingWarnBeforeMin }) => ({
    fromMin: drivingLimitMin - drivingWarnBeforeMin,
    toMin: drivingLimitMin,
  }),
});

/**
 * Driven for longer than is allowed without a rest: 4 h without a stop of 20 min (implementing
 * regulation of the Road Traffic Safety Law §62(7); both are policy). It ends with a rest, by the clock if
 * no fix comes from where it stands, or as another takes over.
 */
export const fatigue: Watch = watchDriving({
  code: 'fatigue',
  level: 'grave',
  span: ({ drivingLimitMin }) => ({ fromMin: drivingLimitMin, toMin: Number.POSITIVE_INFINITY }),
});
