import type { SameKeys } from '../same-keys.js';
import type { statesZhCN } from './states.zh-CN.js';

export const statesEn: SameKeys<typeof statesZhCN> = {
  application: {
    pending: 'Under way',
    granted: 'Granted',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  driverName: {
    asked: 'To be decided',
    granted: 'Granted',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  finding: {
    open: 'To be answered',
    answered: 'Answered, to be judged',
    sent_back: 'Sent back',
    accepted: 'Accepted',
    withdrawn: 'Withdrawn',
  },
  inspection: { open: 'To be made', done: 'Done', withdrawn: 'Withdrawn' },
  licence: {
    licensed: 'Licensed',
    unlicensed: 'Unlicensed',
    suspended: 'Suspended',
    closed: 'Closed',
  },
  loan: {
    offered: 'Waiting for an answer',
    accepted: 'Lent',
    recalled: 'Asked back',
    returned: 'Given back',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  rectification: {
    ordered: 'To be put right',
    answered: 'Answered, to be checked',
    accepted: 'Put right',
    failed: 'Refused or failed',
  },
  session: { planned: 'Open', held: 'Held', cancelled: 'Cancelled' },
  share: {
    offered: 'Waiting for an answer',
    accepted: 'Accepted',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  transfer: {
    asked: 'Waits for the owner',
    agreed: 'Waits for an authority',
    declined: 'Declined by the owner',
    withdrawn: 'Withdrawn',
    approved: 'Transferred',
    refused: 'Refused',
  },
  truck: {
    due: 'Due',
    waiting: 'Waiting',
    called: 'Called',
    loading: 'Loading',
    batched: 'Loaded',
    left: 'Left, no ticket',
  },
  assignment: { cancelled: 'Cancelled', done: 'Done' },
  planning: { cancelled: 'Cancelled', failed: 'Failed', done: 'Over', keeping: 'Being kept' },
  offer: { withdrawn: 'No longer holds', accepted: 'Accepted', declined: 'Declined' },
};
