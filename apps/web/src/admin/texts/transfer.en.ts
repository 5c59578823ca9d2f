import type { SameKeys } from '../../i18n/same-keys.js';
import type { transferZhCN } from './transfer.zh-CN.js';

export const transferEn: SameKeys<typeof transferZhCN> = {
  from: 'Given by',
  to: 'Taken by',
  stateLabel: 'State',
  askedAt: 'Asked',
  ask: 'Ask for a vehicle',
  askTitle: 'Ask for a vehicle of another enterprise',
  askHint: 'State its plate. It is yours once its owner has agreed and an authority has approved',
  reason: 'Why',
  title: 'Transfer of {{name}}',
  historyOf: 'How the transfer of {{name}} went',
  step: {
    asked: 'Asked',
    agreed: 'Agree',
    declined: 'Decline',
    withdrawn: 'Withdraw',
    approved: 'Approve',
    refused: 'Refuse',
  },
};
