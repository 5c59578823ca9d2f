import { drivenOnDayMs } from '../wheel.js';
import { atOnce, type Watch } from './watch.js';

const MS_PER_MIN = 60_000;

/** Its driver drove it for longer on this operating day than policy allows; it ends with the day. */
export const dailyDriving: Watch = {
  code: 'daily_driving',
  confirmFixes: atOnce,
  find(state, input, { policy }) {
    if (input.kind !== 'fix') return 'no_word';
    const minutes = Math.floor(drivenOnDayMs(state) / MS_PER_MIN);
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
