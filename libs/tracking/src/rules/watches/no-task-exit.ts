import { enterpriseOf } from '../episodes.js';
import { atOnce, type Watch } from './watch.js';

/** A mixer left a plant of its enterprise with no trip; only where all trips are known. */
export const noTaskExit: Watch = {
  code: 'no_task_exit',
  confirmFixes: atOnce,
  find({ strayedAtMs }, input, context) {
    const { vehicle } = context;
    if (vehicle === null || vehicle.kind !== 'mixer' || strayedAtMs === null) return null;
    if (input.kind !== 'fix') return 'no_word';
    const enterpriseId = enterpriseOf(vehicle, input.at);
    if (enterpriseId === null || context.modeOf(enterpriseId) !== 'dispatch') return null;
    return { level: 'warning', value: null, limitValue: null, unit: null, sinceMs: strayedAtMs };
  },
};
