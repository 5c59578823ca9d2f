import type { SameKeys } from '../../i18n/same-keys.js';
import type { rectificationZhCN } from './rectification.zh-CN.js';

export const rectificationEn: SameKeys<typeof rectificationZhCN> = {
  list: 'Rectifications',
  order: 'Order a rectification',
  title: 'To put right',
  dueOn: 'Due on',
  answer: 'Answer',
  settle: 'Settle',
  photos: 'Links to photos that are kept elsewhere, one a line',
  to: {
    accepted: 'Put right',
    ordered: 'Send back',
    failed: 'Failed',
  },
  modal: {
    order: 'Order a rectification',
    answer: 'Answer a rectification',
    settle: 'Settle a rectification',
  },
  text: {
    order: 'What is demanded',
    answer: 'What was done',
    settle: 'What was seen',
  },
};
