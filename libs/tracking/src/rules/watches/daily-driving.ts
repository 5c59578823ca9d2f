import { atOnce, type Watch } from './watch.js';

const MS_PER_MIN = 60_000;

/** Driven for longer on this operating day than policy allows; it ends with the day. */
export const dailyDriving: Watch = {
  code: 'daily_driving',
  confirmFixes: atOnce,
  find({ motion }, input, { policy }) {
    if (input.kind !== 'fix') return 'no_word';
    const minutes = Math.floor(motion.drivenMs / MS_PER_MIN);
    if (minutes < policy.dailyDrivingMin) return null;
    return {
      level: 'warning',
      value: minutes,
      limitValue: policy.dailyDrivingMin,
      unit: 'min',
      sinceMs: input.at.getTime(),
    };
  },
};
