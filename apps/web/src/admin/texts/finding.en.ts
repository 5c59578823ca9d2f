import type { SameKeys } from '../../i18n/same-keys.js';
import type { findingZhCN } from './finding.zh-CN.js';

export const findingEn: SameKeys<typeof findingZhCN> = {
  raisedAt: 'Found at',
  enterprise: 'Enterprise',
  found: 'What was found',
  by: 'By',
  dueOn: 'Answer due',
  place: 'Place:',
  photo: 'Photo {{n}} ({{at}})',
  photos: 'Photos of what was done (JPEG or PNG)',
  answer: 'Answer',
  settle: 'Judge the answer',
  withdraw: 'Withdraw',
  step: {
    open: 'Found',
    answered: 'Answered',
    sent_back: 'Sent back',
    accepted: 'Accepted',
    withdrawn: 'Withdrawn as an error',
  },
  modal: {
    answer: 'Answer a finding on {{plate}}',
    settle: 'Judge the answer for {{plate}}',
    withdraw: 'Withdraw a finding on {{plate}}',
  },
  text: { answer: 'What was done', settle: 'What was seen', withdraw: 'Why it was an error' },
};
