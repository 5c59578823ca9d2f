import type { SameKeys } from '../../i18n/same-keys.js';
import type { driverNameZhCN } from './driver-name.zh-CN.js';

export const driverNameEn: SameKeys<typeof driverNameZhCN> = {
  ask: 'Ask for a new name',
  askTitle: '{{name}}: ask for a new name',
  askHint:
    'He was examined, so the administration decides on his name. Attach the identity paper among his papers first: whoever decides reads it there.',
  name: 'Name asked for',
  nameBefore: 'Name before',
  reason: 'Reason',
  requests: 'Names asked for',
  askedAt: 'Asked at',
  stateLabel: 'State',
  step: { asked: 'Asked', granted: 'Grant', refused: 'Refuse', withdrawn: 'Withdraw' },
  title: 'Name asked for: {{before}} → {{name}}',
};
