import { enterpriseOf } from '../episodes.js';
import { bySeveralFixes, type Watch } from './watch.js';

/**
 * Moving after its driver went off duty. The driver's phone is not followed then; the vehicle's terminal
 * goes on. Only where duties are kept here: of a vehicle on which nobody ever was on duty nothing is
 * known.
 */
export const offDutyMoving: Watch = {
  code: 'off_duty_moving',
  confirmFixes: bySeveralFixes,
  find({ offDutySinceMs, motion }, input, context) {
    const { vehicle } = context;
    if (offDutySinceMs === null || vehicle === null) return null;
    if (input.kind !== 'fix' || input.source !== 'terminal') return 'no_word';
    if (motion.stop !== null) return null;
    const enterpriseId = enterpriseOf(vehicle, input.at);
    if (enterpriseId === null || context.modeOf(enterpriseId) !== 'dispatch') return null;
    return { level: 'warning', value: null, limitValue: null, unit: null, sinceMs: null };
  },
};
