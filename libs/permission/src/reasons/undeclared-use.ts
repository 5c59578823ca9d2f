import type { Interval } from '@tongyun/kernel';
import type { ReasonRule } from '../judged-case.js';
import { without } from '../spans.js';
import { localText, vehicleWords } from '../wording.js';

/** Agreements without an end are taken to run to here: beyond any interval that is judged. */
const FAR_FUTURE = new Date('9999-01-01T00:00:00Z');

/**
 * The enterprise uses a vehicle that is not its own without an agreement that covers the whole
 * interval (R40: one plate works for one enterprise, or the joint use is declared).
 */
export const judgeUse: ReasonRule = ({ facts, window }) => {
  const { vehicle, work, timeZone } = facts;
  if (!work || vehicle.ownerEnterpriseId === work.enterpriseId) return [];
  const agreed = vehicle.uses
    .filter(({ enterpriseId }) => enterpriseId === work.enterpriseId)
    .map(({ validFrom, validTo }): Interval => ({ from: validFrom, to: validTo ?? FAR_FUTURE }));
  const during = without([window], agreed);
  const [first] = during;
  if (!first) return [];
  const name = vehicleWords(vehicle);
  const since = localText(first.from, timeZone);
  return [
    {
      code: 'undeclared_use',
      effect: 'forbids_work',
      sentence: {
        'zh-CN': `${name['zh-CN']}自 ${since} 起无本企业的使用协议`,
        en: `No agreement lets this enterprise use ${name.en} from ${since}`,
      },
      compared: {
        plateNo: vehicle.plateNo,
        ownerEnterpriseId: vehicle.ownerEnterpriseId,
        enterpriseId: work.enterpriseId,
        missingFrom: since,
      },
      overridableBy: ['concrete_admin'],
      during,
    },
  ];
};
