import type { SameKeys } from '../../i18n/same-keys.js';
import type { nightZhCN } from './night.zh-CN.js';

export const nightEn: SameKeys<typeof nightZhCN> = {
  sensitive: 'People live beside the site (work at night needs a permit)',
  permitted: 'This pour at night is covered by a permit',
  withoutPermit: 'From {{time}} on this is work at night, and no permit for it is recorded',
  record: 'Record a permit for work at night',
  save: 'Record',
  permitNo: 'Permit no.',
  issuedBy: 'Issued by',
  from: 'From',
  to: 'To',
};
