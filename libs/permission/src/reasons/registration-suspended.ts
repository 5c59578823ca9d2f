import type { ReasonRule } from '../judged-case.js';
import { registrationEffect, zonesDemanding } from '../registration-demand.js';
import { vehicleWords } from '../wording.js';

/** The registration was suspended: as bad as none for the road in a zone, and for any work. */
export const judgeRegistrationSuspension: ReasonRule = (judged) => {
  const { vehicle } = judged.facts;
  if (vehicle.registrationState !== 'suspended') return [];
  const name = vehicleWords(vehicle);
  return [
    {
      code: 'registration_suspended',
      effect: registrationEffect(judged),
      sentence: {
        'zh-CN': `${name['zh-CN']}的备案已被暂停`,
        en: `The registration of ${name.en} is suspended`,
      },
      compared: { plateNo: vehicle.plateNo, zones: zonesDemanding(judged) },
      overridableBy: [],
      during: [judged.window],
    },
  ];
};
