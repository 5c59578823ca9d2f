import type { SameKeys } from '../../i18n/same-keys.js';
import type { inspectionZhCN } from './inspection.zh-CN.js';

export const inspectionEn: SameKeys<typeof inspectionZhCN> = {
  order: 'Hand out an inspection',
  report: 'Report',
  withdraw: 'Withdraw',
  hint: 'The enterprise does not see the task before it is made; what was found goes into its safety ledger.',
  enterprise: 'Enterprise',
  kindLabel: 'Kind',
  kind: { routine: 'Routine round', special: 'Special inspection' },
  title: 'Matter',
  demand: 'What to look at',
  offices: 'Offices (several look together)',
  office: {
    concrete_admin: 'City administration',
    district_bureau: 'District bureau',
    traffic_police: 'Traffic police',
  },
  inspector: 'Inspector',
  dueOn: 'Until',
  stateLabel: 'State',
  allStates: 'All states',
  inspectedAt: 'Inspected at',
  result: 'What was found',
  hasFindings: 'Something was found (counts for the grade)',
  reason: 'Why it is withdrawn',
};
