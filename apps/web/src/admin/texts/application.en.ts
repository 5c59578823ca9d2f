import type { SameKeys } from '../../i18n/same-keys.js';
import type { applicationZhCN } from './application.zh-CN.js';

export const applicationEn: SameKeys<typeof applicationZhCN> = {
  no: 'Application',
  plate: 'Plate',
  enterprise: 'Applicant',
  roads: 'Roads',
  appliedAt: 'Applied',
  step: 'Step',
  steps: {
    concrete_admin: 'Check by the administration',
    district_bureau: 'Review by the district',
    police: 'Issue by the traffic police',
  },
  mineOnly: 'Waiting for me',
  renewal: 'Renewal',
  first: 'First',
  apply: 'Apply for passes',
  renew: 'Renew selected ({{n}})',
  renewTitle: 'Renew {{n}} passes',
  vehicles: 'Vehicles (any number)',
  period: 'Validity',
  byMonth: 'By the month',
  ownPeriod: 'Own dates',
  month: 'Month',
  approve: 'Approve selected ({{n}})',
  refuse: 'Refuse selected ({{n}})',
  withdraw: 'Withdraw',
  reason: 'What for',
  allDone: '{{n}} done',
  partly: '{{done}} done, {{refused}} not',
  history: 'How it went',
};
