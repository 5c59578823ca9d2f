import type { SameKeys } from '../../i18n/same-keys.js';
import type { outcomeZhCN } from './outcome.zh-CN.js';

export const outcomeEn: SameKeys<typeof outcomeZhCN> = {
  decidedAt: 'When',
  label: 'What was done',
  kind: {
    released: 'Released',
    left_by_route: 'Left by a route',
    held: 'Held, enterprise told',
  },
  by: 'By',
  route: 'Left by: {{route}}',
  told: 'Enterprise',
  isTold: 'told',
  notTold: 'not told',
};
