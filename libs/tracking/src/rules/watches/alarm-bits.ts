import type { AlertLevel, TrackState, WatchedCode } from '../track-state.js';
import { atOnce, type Watch } from './watch.js';

/** The unit of a value that is a set of bits of JT/T 808 table 24. */
export const ALARM_BITS = 'alarm_bits';

/** A number with these bits on, [0, 31]. */
export const maskOf = (bits: readonly number[]): number =>
  bits.reduce((mask, bit) => mask | (1 << bit), 0) >>> 0;

/**
 * Watches alarm bits of the terminal: the alert opens where one of them rises and ends where the last
 * one falls, as the standard says of bits that hold.
 *
 * @param bits numbers of the bits, [0, 31]
 */
export function watchAlarmBits(
  code: WatchedCode,
  level: AlertLevel,
  bits: readonly number[],
): Watch {
  const mask = maskOf(bits);
  return {
    code,
    confirmFixes: atOnce,
    find(_state, input) {
      if (input.kind !== 'fix' || input.source !== 'terminal') return 'no_word';
      const raised = (input.alarmBits & mask) >>> 0;
      if (raised === 0) return null;
      return { level, value: raised, limitValue: null, unit: ALARM_BITS, sinceMs: null };
    },
  };
}

/**
 * Lets the terminal's own alarm speak for a watch too: found from where the bit rises to where it falls,
 * as the standard says of bits that hold, though nothing here finds it. It is confirmed as the watch is.
 *
 * @param bit number of the bit, [0, 31]
 */
export function orAlarmBit(watch: Watch, bit: number, level: AlertLevel): Watch {
  const mask = maskOf([bit]);
  const isRaised = (state: TrackState): boolean => (state.alarmBits & mask) !== 0;
  const { overAtMs } = watch;
  return {
    ...watch,
    find(state, input, context) {
      const word = watch.find(state, input, context);
      if (!isRaised(state) || (word !== null && word !== 'no_word')) return word;
      return { level, value: null, limitValue: null, unit: null, sinceMs: null };
    },
    // The bit holds until the terminal says otherwise.
    ...(overAtMs && {
      overAtMs: (state, context) => (isRaised(state) ? null : overAtMs(state, context)),
    }),
  };
}
