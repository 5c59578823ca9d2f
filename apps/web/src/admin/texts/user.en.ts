import type { SameKeys } from '../../i18n/same-keys.js';
import type { userZhCN } from './user.zh-CN.js';

export const userEn: SameKeys<typeof userZhCN> = {
  username: 'User name',
  name: 'Name',
  roles: 'Roles',
  enterprise: 'Enterprise',
  district: 'District',
  agency: 'Agency',
  badgeNo: 'Badge no.',
  state: 'State',
  active: 'Active',
  disabled: 'Disabled',
  disable: 'Disable',
  enable: 'Enable',
  disableTitle: 'Disable {{name}}: every sign-in of theirs ends at once',
  enableTitle: 'Let {{name}} sign in again',
  create: 'New user',
  created: 'User {{name}} created',
  password: 'First password (10 characters or more, to be changed at the first sign-in)',
  usernameHint: '2 to 64 letters, digits or . _ -',
};
