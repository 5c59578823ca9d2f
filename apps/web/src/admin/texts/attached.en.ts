import type { SameKeys } from '../../i18n/same-keys.js';
import type { attachedZhCN } from './attached.zh-CN.js';

export const attachedEn: SameKeys<typeof attachedZhCN> = {
  photos: 'Photos (JPEG or PNG)',
  files: 'Attachments (PDF, JPEG or PNG)',
  hint: 'At most 20 MB each',
  photo: 'Photo {{n}}',
  paper: 'Paper {{n}}',
};
