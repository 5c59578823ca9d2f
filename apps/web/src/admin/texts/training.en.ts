import type { SameKeys } from '../../i18n/same-keys.js';
import type { trainingZhCN } from './training.zh-CN.js';

export const trainingEn: SameKeys<typeof trainingZhCN> = {
  driver: 'Driver',
  enterprise: 'Enterprise',
  ending: 'How long trainings count',
  expiring: 'Training expiring soon',
  expired: 'Training expired',
  mayWork: 'May work',
  yes: 'May work',
  no: 'May not work',
  none: 'No result',
  passed: 'Passed with {{score}}, until {{day}}',
  certificate: 'certificate {{no}}',
  failed: 'Failed with {{score}}',
  record: 'Record a result',
  title: '{{name}}: record a result',
  kind: 'Training',
  score: 'Score',
  result: 'Result',
  hasPassed: 'Passed',
  hasFailed: 'Failed',
  passedOn: 'Day of the examination',
  expiresOn: 'Last day it counts',
  order: 'It must end after the examination',
};
