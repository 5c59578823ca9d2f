import type { SameKeys } from '../../i18n/same-keys.js';
import type { passKeyZhCN } from './pass-key.zh-CN.js';

export const passKeyEn: SameKeys<typeof passKeyZhCN> = {
  hint: 'The newest key that counts signs the codes on passes; what older ones signed stays genuine',
  id: 'Key',
  madeAt: 'Made',
  reason: 'Reason',
  state: 'State',
  stateOf: { signs: 'signs now', counts: 'still counts', withdrawn: 'withdrawn' },
  withdrawnAt: 'since {{time}}',
  rotate: 'Change the signing key',
  withdraw: 'Withdraw',
  withdrawTitle:
    'Withdraw key {{id}}: passes that it signed are genuine no more and have to be printed again',
  saved: 'Changed: the new key is {{id}}',
};
