import type { SameKeys } from '../../i18n/same-keys.js';
import type { plantHoursZhCN } from './plant-hours.zh-CN.js';

export const plantHoursEn: SameKeys<typeof plantHoursZhCN> = {
  loads: '{{plant}} loads {{spans}}',
  roundTheClock: 'round the clock, from {{from}}',
  own: 'stated for the plant',
  usual: 'as its enterprise’s policy says',
  change: 'Change',
  title: 'When {{plant}} loads',
  hint: 'From now on; the next planning keeps to it. What is no later than the clock before it is on the next day; without any hours the enterprise’s policy holds again.',
  from: 'From',
  to: 'To',
  add: 'Add hours',
  remove: 'Remove',
  reason: 'Reason',
};
