import type { SameKeys } from '../../i18n/same-keys.js';
import type { phoneZhCN } from './phone.zh-CN.js';

export const phoneEn: SameKeys<typeof phoneZhCN> = {
  driver: 'Driver',
  device: 'Phone',
  deviceHint: 'such as: Mr Chen’s Xiaomi',
  issuedAt: 'Issued',
  state: 'State',
  valid: 'valid',
  revoked: 'revoked',
  refused: 'Positions not taken',
  refusedNone: 'none',
  refusedSome: '{{n}}, the last {{at}}: {{why}}',
  hint: 'For tracking apps that know no sign-in (such as Traccar Client), which go on in the background',
  issue: 'Issue a key',
  revoke: 'Revoke',
  revokeTitle: 'Revoke the key of “{{device}}”?',
  revokeHint: 'No position of this phone is taken from then on. This cannot be undone.',
  keyTitle: 'Key of {{device}}',
  once: 'The key is shown this once: enter it in the phone before you close this',
  serverUrl: 'Server URL',
  key: 'Device identifier',
  noted: 'Entered, close',
};
