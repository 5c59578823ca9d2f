import type { ReasonRule } from '../judged-case.js';
import { excessOf } from '../drum-load.js';
import { m3Text, vehicleWords } from '../wording.js';

/**
 * More concrete is in the drum than it is registered for, which traffic police count as overload
 * (R59). A plan that asks for too much is `above_drum_capacity`: nothing is on the road yet.
 */
export const judgeOverload: ReasonRule = ({ facts, window }) => {
  const excess = facts.work?.isLoaded === true ? excessOf(facts) : null;
  if (!excess) return [];
  const name = vehicleWords(facts.vehicle);
  const [load, capacity] = [m3Text(excess.loadM3), m3Text(excess.drumCapacityM3)];
  return [
    {
      code: 'overload',
      effect: 'forbids_road',
      sentence: {
        'zh-CN': `${name['zh-CN']}已装 ${load} m³，超过罐体容积 ${capacity} m³`,
        en: `${name.en} carries ${load} m³, above its drum capacity of ${capacity} m³`,
      },
      compared: { plateNo: facts.vehicle.plateNo, ...excess },
      overridableBy: [],
      during: [window],
    },
  ];
};
