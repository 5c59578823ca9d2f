import type { ReasonRule } from '../judged-case.js';
import { kmText } from '../wording.js';

/** The site lies outside the supply range that the administration set for the plant (R14). */
export const judgeSupplyRange: ReasonRule = ({ facts: { work }, window }) => {
  const range = work?.range;
  if (!range || range.isInside) return [];
  const distance = kmText(range.distanceM);
  const limit = range.limitM === null ? null : kmText(range.limitM);
  return [
    {
      code: 'site_out_of_radius',
      effect: 'forbids_work',
      sentence:
        limit === null
          ? {
              'zh-CN': `工地距${range.plantName} ${distance} km，不在供应范围内`,
              en: `The site, ${distance} km from ${range.plantName}, is outside of its supply range`,
            }
          : {
              'zh-CN': `工地距${range.plantName} ${distance} km，超过作业半径 ${limit} km`,
              en: `The site is ${distance} km from ${range.plantName}, beyond its radius of ${limit} km`,
            },
      compared: {
        plantName: range.plantName,
        distanceM: range.distanceM,
        limitM: range.limitM,
      },
      overridableBy: ['concrete_admin'],
      during: [window],
    },
  ];
};
