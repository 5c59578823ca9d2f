import type { SameKeys } from '../../i18n/same-keys.js';
import type { agreementZhCN } from './agreement.zh-CN.js';

export const agreementEn: SameKeys<typeof agreementZhCN> = {
  open: 'Use by others',
  of: 'Agreements on the use of {{name}}',
  list: 'Agreements of use',
  agree: 'New agreement',
  hint: 'Hired, loaned or for a joint supply: while it holds that enterprise may send the vehicle out',
  enterprise: 'Used by',
  kind: 'How',
  from: 'From',
  to: 'To',
  openEnded: 'until further notice',
  fromOn: 'First day',
  lastOn: 'Last day (may be left out)',
  state: 'State',
  stateOf: { coming: 'to come', in_force: 'in force', over: 'over', ended: 'ended early' },
  end: 'End',
  endTitle: 'End the agreement with {{name}}',
};
