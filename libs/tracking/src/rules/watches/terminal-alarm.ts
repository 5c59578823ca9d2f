import { ALARM_BITS, maskOf } from './alarm-bits.js';
import { atOnce, type Watch } from './watch.js';

/** Somebody may be hurt: emergency button 0, collision 29, rollover 30. */
const GRAVE = maskOf([0, 29, 30]);
/**
 * Danger ahead 3, soon too fast 13, against the rules 15, tyre pressure 16, into or out of an area 20 or
 * route 21, time on a road 22, fuel 25, theft 26, ignition 27, moved 28, door 31.
 */
const OTHERS = maskOf([3, 13, 15, 16, 20, 21, 22, 25, 26, 27, 28, 31]);
const ALARMS = (GRAVE | OTHERS) >>> 0;

/**
 * Any alarm of the terminal that no other kind of alert is for (JT/T 808-2019 table 25); the value is the
 * bits that are on. Each bit that rises is an alert of its own, which names with it those that were on
 * already, and it ends where the last of them falls.
 *
 * The standard has bits 0, 3, 20–22, 27, 28 and 31 fall with the platform's answer, whatever goes on,
 * and the others with their cause; what people have to do about it is in the state of the alert.
 */
export const terminalAlarm: Watch = {
  code: 'terminal_alarm',
  confirmFixes: atOnce,
  find({ risenAlarmBits }, input) {
    if (input.kind !== 'fix' || input.source !== 'terminal') return 'no_word';
    const raised = (input.alarmBits & ALARMS) >>> 0;
    if (raised === 0) return null;
    return {
      level: (raised & GRAVE) === 0 ? 'warning' : 'grave',
      value: raised,
      limitValue: null,
      unit: ALARM_BITS,
      sinceMs: null,
      isAnew: (risenAlarmBits & ALARMS) !== 0,
    };
  },
};
