import type { ReasonRule } from '../judged-case.js';
import { vehicleWords } from '../wording.js';

/**
 * The boom is shorter than the pour needs, or of unknown length. Line and trailer pumps reach by
 * pipe and are not judged.
 */
export const judgePumpReach: ReasonRule = ({ facts: { vehicle, work }, window }) => {
  const neededReachM = work?.neededReachM ?? null;
  if (neededReachM === null || vehicle.kind !== 'boom_pump') return [];
  const { boomLengthM } = vehicle;
  if (boomLengthM !== null && boomLengthM >= neededReachM) return [];
  const name = vehicleWords(vehicle);
  return [
    {
      code: 'pump_out_of_reach',
      effect: 'forbids_work',
      sentence:
        boomLengthM === null
          ? {
              'zh-CN': `${name['zh-CN']}臂长未登记，需要 ${neededReachM} m`,
              en: `The boom length of ${name.en} is not recorded; ${neededReachM} m are needed`,
            }
          : {
              'zh-CN': `${name['zh-CN']}臂长 ${boomLengthM} m，不足 ${neededReachM} m`,
              en: `The boom of ${name.en} is ${boomLengthM} m long; ${neededReachM} m are needed`,
            },
      compared: { plateNo: vehicle.plateNo, boomLengthM, neededReachM },
      overridableBy: ['dispatcher'],
      during: [window],
    },
  ];
};
