import { excessOf } from '../drum-load.js';
import type { ReasonRule } from '../judged-case.js';
import { m3Text, vehicleWords } from '../wording.js';

/** The load planned is above the drum's registered volume (R59); once loaded it is `overload`. */
export const judgeDrumCapacity: ReasonRule = ({ facts, window }) => {
  const excess = facts.work?.isLoaded === true ? null : excessOf(facts);
  if (!excess) return [];
  const name = vehicleWords(facts.vehicle);
  const [load, capacity] = [m3Text(excess.loadM3), m3Text(excess.drumCapacityM3)];
  return [
    {
      code: 'above_drum_capacity',
      effect: 'forbids_work',
      sentence: {
        'zh-CN': `计划 ${load} m³ 超过${name['zh-CN']}的罐体容积 ${capacity} m³`,
        en: `The planned ${load} m³ are above the drum capacity of ${name.en}, ${capacity} m³`,
      },
      compared: { plateNo: facts.vehicle.plateNo, ...excess },
      overridableBy: ['dispatcher'],
      during: [window],
    },
  ];
};
