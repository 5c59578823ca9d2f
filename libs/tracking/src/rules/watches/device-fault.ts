import { watchAlarmBits } from './alarm-bits.js';

/**
 * The terminal reports a fault of itself or of what it reads: satellites 4, antenna 5–6, power 7–8,
 * display 9, speech 10, camera 11, card reader 12, speed sensor 24 (JT/T 808 table 24).
 */
export const deviceFault = watchAlarmBits(
  'device_fault',
  'notice',
  [4, 5, 6, 7, 8, 9, 10, 11, 12, 24],
);
