import type { SameKeys } from '../../i18n/same-keys.js';
import type { agencyKeyZhCN } from './agency-key.zh-CN.js';

export const agencyKeyEn: SameKeys<typeof agencyKeyZhCN> = {
  agency: 'Agency',
  agencyHint: 'such as: Yuhang traffic police',
  system: 'System',
  systemHint: 'such as: mobile policing platform',
  permissions: 'Good for',
  permission: {
    'roadside.ask': 'roadside checks',
    'outcomes.read': 'reading what was done',
    'sightings.report': 'reporting sightings',
    'sightings.read': 'reading sightings',
  },
  expiresAt: 'Good until',
  lastOn: 'Last day',
  state: 'State',
  stateOf: { valid: 'valid', expired: 'expired', revoked: 'taken back' },
  lastUsed: 'Last used',
  unused: 'not yet',
  usedBy: '{{at}}, badge {{badge}}',
  hint: 'For an agency’s own system, which asks for its officers: each request names a badge, and every use is kept',
  issue: 'Issue a key',
  revoke: 'Take back',
  revokeTitle: 'Take back the key of “{{system}}”',
  keyTitle: 'Key of {{system}}',
  once: 'The key is shown this once: hand it over before you close this',
  badgeHint: 'with each request, the badge of the officer who asks',
  docs: 'How to ask',
  noted: 'Noted, close',
};
