import type { AlertCode, WatchedCode } from '../track-state.js';
import { orAlarmBit } from './alarm-bits.js';
import { blindSpot } from './blind-spot.js';
import { dailyDriving } from './daily-driving.js';
import { deviceFault } from './device-fault.js';
import { fatigue, fatigueWarning } from './fatigue.js';
import { illegalUnload } from './illegal-unload.js';
import { lateReturn } from './late-return.js';
import { longStop } from './long-stop.js';
import { noTaskExit } from './no-task-exit.js';
import { offDutyMoving } from './off-duty-moving.js';
import { offPermittedRoute } from './off-permitted-route.js';
import { offRoute } from './off-route.js';
import { overspeed } from './overspeed.js';
import { pumpNotDeparted } from './pump-not-departed.js';
import { pumpOverdue } from './pump-overdue.js';
import { terminalAlarm } from './terminal-alarm.js';
import { transportTimeout } from './transport-timeout.js';
import { undeclaredUse } from './undeclared-use.js';
import { unloadTimeout } from './unload-timeout.js';
import { untrainedDriver } from './untrained-driver.js';
import type { Watch } from './watch.js';

/**
 * Every condition that is watched; none depends on another. What terminals have an alarm of their own
 * for (JT/T 808 table 24) is found by that, too.
 */
export const WATCHES: readonly Watch[] = [
  orAlarmBit(overspeed, 1, 'warning'),
  orAlarmBit(fatigueWarning, 14, 'notice'),
  orAlarmBit(fatigue, 2, 'grave'),
  orAlarmBit(dailyDriving, 18, 'warning'),
  orAlarmBit(longStop, 19, 'warning'),
  orAlarmBit(offRoute, 23, 'warning'),
  offPermittedRoute,
  transportTimeout,
  unloadTimeout,
  lateReturn,
  illegalUnload,
  noTaskExit,
  undeclaredUse,
  untrainedDriver,
  offDutyMoving,
  pumpNotDeparted,
  pumpOverdue,
  deviceFault,
  blindSpot,
  terminalAlarm,
];

/** Those that are the terminal's own word: wherever the vehicle is, it says so. */
export const ALARM_WATCHES: readonly Watch[] = [deviceFault, blindSpot, terminalAlarm];

/** Those that mere waiting can make wrong, or right again. */
export const WAITING_WATCHES = WATCHES.filter(
  ({ dueAtMs, overAtMs }) => dueAtMs !== undefined || overAtMs !== undefined,
);

export const isWatched = (code: AlertCode): code is WatchedCode =>
  WATCHES.some((watch) => watch.code === code);
