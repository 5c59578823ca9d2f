import type { SameKeys } from '../../i18n/same-keys.js';
import type { papersZhCN } from './papers.zh-CN.js';

export const papersEn: SameKeys<typeof papersZhCN> = {
  open: 'Papers',
  title: 'Papers of {{name}}',
  empty: 'No papers yet',
  kindLabel: 'Kind of paper',
  name: 'Name',
  size: 'Format and size',
  expiresOn: 'Valid until',
  expiring: 'Papers expiring soon',
  expired: 'Papers expired',
  addedAt: 'Attached',
  view: 'Open',
  choose: 'Choose a file',
  attached: 'Attached “{{title}}”',
  limits: 'PDF or JPEG, at most 20 MB each',
  nameHint: 'Left empty: the name of the file',
};
