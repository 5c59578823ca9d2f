import type { SameKeys } from '../../i18n/same-keys.js';
import type { ledgerZhCN, licenceZhCN } from './ledger.zh-CN.js';

export const ledgerEn: SameKeys<typeof ledgerZhCN> = {
  kindLabel: 'Kind',
  allKinds: 'All kinds',
  at: 'Happened',
  title: 'Matter',
  content: 'What was found or done',
  person: 'Person',
  recordedAt: 'Recorded',
  counts: 'counts for the grade',
  photoLinks: 'Links to photos that are kept elsewhere, one a line',
  photoLink: 'photo link {{n}}',
  findings: 'The inspection found something (counts for the grade)',
  vehicle: 'Vehicle',
  site: 'Site',
  siteName: 'If it is not listed: the site in words',
  ofSite: 'Site: {{site}}',
  record: 'Record an entry',
  recordTitle: 'An entry in the ledger of {{name}}',
  hint: 'An entry is never changed or removed; one made in error is withdrawn with its reason',
  withdraw: 'Withdraw',
  withdrawTitle:
    'Withdraw “{{title}}”: it counts no more, for good, and stays listed with a line through it; say why',
  withdrawnOn: 'Withdrawn {{day}}',
  needed: 'Needed',
  inFuture: 'It has happened already',
};

export const licenceEn: SameKeys<typeof licenceZhCN> = {
  column: 'Licence',
  branch: 'branch station',
  decide: 'Decide on licence',
  title: 'Licence of {{name}}',
  stateLabel: 'State of the licence',
  no: 'Licence no.',
  noNeeded: 'A licensed plant has a licence number',
  isBranch: 'Is a branch station',
  inEcoZones:
    'The plant lies in {{zones}}, an eco-sensitive area, and has to move; this is kept with the decision.',
};
