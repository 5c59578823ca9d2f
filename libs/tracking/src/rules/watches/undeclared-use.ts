import { judge } from '@tongyun/permission';
import { addSeconds } from '@tongyun/kernel';
import { atOnce, type Watch } from './watch.js';

/** On a trip of an enterprise that neither owns the vehicle nor has declared to use it (挂靠). */
export const undeclaredUse: Watch = {
  code: 'undeclared_use',
  confirmFixes: atOnce,
  find({ trip }, { at }, { vehicle, timeZone, policy }) {
    if (trip === null || vehicle === null || vehicle.isProvisional) return null;
    const { enterpriseId } = trip;
    if (vehicle.ownerEnterpriseId === enterpriseId) return null;
    const work = {
      enterpriseId,
      isEnterpriseBarred: false,
      loadM3: null,
      range: null,
      neededReachM: null,
    };
    const facts = { vehicle, driver: null, work, zones: [], timeZone };
    const reasons = judge(
      { ...facts, policyVersion: policy.version },
      { from: at, to: addSeconds(at, 1) },
    ).filter(({ code }) => code === 'undeclared_use');
    if (reasons.length === 0) return null;
    return { level: 'warning', value: null, limitValue: null, unit: null, sinceMs: null, reasons };
  },
};
