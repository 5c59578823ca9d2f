import type { ReasonRule } from '../judged-case.js';
import { registrationEffect, zonesDemanding } from '../registration-demand.js';
import { vehicleWords } from '../wording.js';

/** The vehicle has no registration in force (R1, R3): any state but `registered`. */
export const judgeRegistration: ReasonRule = (judged) => {
  const { vehicle } = judged.facts;
  const { registrationState } = vehicle;
  if (registrationState === 'registered' || registrationState === 'suspended') return [];
  const name = vehicleWords(vehicle);
  return [
    {
      code: 'not_registered',
      effect: registrationEffect(judged),
      sentence: {
        'zh-CN': `${name['zh-CN']}未备案`,
        en: `${name.en} is not registered`,
      },
      compared: {
        plateNo: vehicle.plateNo,
        registrationState,
        isProvisional: vehicle.isProvisional,
        zones: zonesDemanding(judged),
      },
      overridableBy: [],
      during: [judged.window],
    },
  ];
};
