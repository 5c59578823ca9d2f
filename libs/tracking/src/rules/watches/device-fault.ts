import { watchAlarmBits } from './alarm-bits.js';

/**
 * The terminal reports a fault of itself: satellites 4, antenna 5–6, power 7–8, display 9, speech 10,
 * camera 11 (JT/T 808 table 24).
 */
export const deviceFault = watchAlarmBits('device_fault', 'notice', [4, 5, 6, 7, 8, 9, 10, 11]);
