import { pumpReachM } from '../pump-reach.js';
import type { ReasonRule } from '../judged-case.js';
import { vehicleWords } from '../wording.js';

/** The boom or the pipes are shorter than the pour needs, or the boom is of unknown length. */
export const judgePumpReach: ReasonRule = ({ facts: { vehicle, work }, window }) => {
  const neededReachM = work?.neededReachM ?? null;
  if (neededReachM === null || vehicle.kind === 'mixer') return [];
  const reachM = pumpReachM(vehicle);
  if (reachM !== null && reachM >= neededReachM) return [];
  const name = vehicleWords(vehicle);
  const part =
    vehicle.kind === 'boom_pump' ? { zh: '臂长', en: 'boom' } : { zh: '泵管长', en: 'line' };
  return [
    {
      code: 'pump_out_of_reach',
      effect: 'forbids_work',
      sentence:
        reachM === null
          ? {
              'zh-CN': `${name['zh-CN']}臂长未登记，需要 ${neededReachM} m`,
              en: `The boom length of ${name.en} is not recorded; ${neededReachM} m are needed`,
            }
          : {
              'zh-CN': `${name['zh-CN']}${part.zh} ${reachM} m，不足 ${neededReachM} m`,
              en: `The ${part.en} of ${name.en} is ${reachM} m long; ${neededReachM} m are needed`,
            },
      compared: { plateNo: vehicle.plateNo, reachM, neededReachM },
      overridableBy: ['dispatcher'],
      during: [window],
    },
  ];
};
