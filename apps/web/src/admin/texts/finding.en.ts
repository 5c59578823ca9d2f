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
  step: {
    open: 'Found',
    answered: 'Answered',
    sent_back: 'Sent back',
    accepted: 'Accepted',
  },
  modal: { answer: 'Answer a finding on {{plate}}', settle: 'Judge the answer for {{plate}}' },
  text: { answer: 'What was done', settle: 'What was seen' },
};
