import type { SameKeys } from '../../i18n/same-keys.js';
import type { auditZhCN } from './audit.zh-CN.js';

export const auditEn: SameKeys<typeof auditZhCN> = {
  neverRead: 'The record was never read yet',
  whole: 'The record is whole: {{entries}} links read {{time}}, all as they were sealed',
  notWhole: 'The record is not as it was sealed: {{entries}} links read {{time}}, {{n}} findings',
  length: 'Sealed',
  head: 'Head of the chain',
  headHint: 'Note it outside the database; npm run -s audit:verify -- --head compares it later',
  sealedAt: 'Last sealed',
  sources: 'What is sealed',
  verifications: 'Readings of the record',
  verify: 'Verify now',
  requestedAt: 'Time',
  why: 'Why',
  daily: 'Daily',
  asked: 'Asked for',
  entries: 'Links read',
  result: 'Result',
  running: 'Reading',
  ok: 'As sealed',
  findings: '{{n}} findings',
  finding: {
    changed: 'Changed',
    removed: 'Removed',
    inserted: 'Put in',
    broken: 'Broken link',
    out_of_sequence: 'Link missing',
    head_lost: 'Head lost',
  },
};
