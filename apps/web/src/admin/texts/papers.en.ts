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
  limits: 'PDF, JPEG or PNG, at most 20 MB each',
  nameHint: 'Left empty: the name of the file',
  kind: {
    vehicle_licence: 'Vehicle licence',
    transport_licence: 'Transport licence',
    inspection: 'Yearly inspection',
    insurance: 'Insurance',
    business_licence: 'Business licence',
    qualification: 'Qualification certificate',
    plant_licence: 'Plant licence',
    branch_approval: 'Approval of the branch',
    driving_licence: 'Driving licence',
    driver_certificate: 'Driver’s certificate',
    photo: 'Photo',
    other: 'Other',
  },
};
