import { addSeconds } from '@tongyun/kernel';
import { judge, type ReasonCode } from '@tongyun/permission';
import { bySeveralFixes, type Watch } from './watch.js';

const OF_TRAINING: readonly ReasonCode[] = [
  'untrained_skill',
  'untrained_safety',
  'training_expired',
];

/** Moving under a driver on duty who lacks a valid training (R5). */
export const untrainedDriver: Watch = {
  code: 'untrained_driver',
  confirmFixes: bySeveralFixes,
  find({ duty, motion }, { kind, at }, { vehicle, timeZone, policy }) {
    if (duty === null || vehicle === null) return null;
    if (kind !== 'fix' || motion.stop !== null) return 'no_word';
    // The driver's name stays out of the reasons: who may see it reads it off the alert.
    const driver = {
      driverId: duty.driverId,
      name: '',
      trainings: duty.trainings,
      isOnDuty: null,
    };
    const facts = { vehicle, driver, work: null, zones: [], timeZone };
    const reasons = judge(
      { ...facts, policyVersion: policy.version },
      { from: at, to: addSeconds(at, 1) },
    ).filter(({ code }) => OF_TRAINING.includes(code));
    if (reasons.length === 0) return null;
    return { level: 'grave', value: null, limitValue: null, unit: null, sinceMs: null, reasons };
  },
};
