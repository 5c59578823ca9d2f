import type { PumpFacts } from '../inputs.js';
import { watchOverdue } from './overdue.js';

const NOT_STANDING: readonly PumpFacts['stage'][] = ['released', 'travelling', 'setting_up'];

/** A pump that does not stand though the first truck is due: its concrete ages in the drum. */
export const pumpOverdue = watchOverdue('pump_overdue', 'grave', ({ pump }, { policy }) => {
  if (pump === null || !NOT_STANDING.includes(pump.stage)) return null;
  return { sinceMs: pump.readyByAtMs, limitMin: policy.pumpReadyLateMin };
});
