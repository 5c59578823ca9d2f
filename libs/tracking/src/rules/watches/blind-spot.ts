import { watchAlarmBits } from './alarm-bits.js';

/** The right-turn blind-spot camera is out of order (JT/T 808 table 24, bit 17). */
export const blindSpot = watchAlarmBits('blind_spot', 'warning', [17]);
