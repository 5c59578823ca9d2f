import type { SameKeys } from '../../i18n/same-keys.js';
import type { zhCN } from './zh-CN.js';

export const en: SameKeys<typeof zhCN> = {
  title: 'Credit grades of the concrete enterprises',
  note: 'Only names, districts, grades in force, the years assessed, when they were decided and who is barred are published.',
  withheld: 'The credit grades are not published at present.',
  none: 'No enterprise has been graded yet.',
  enterprise: 'Enterprise',
  district: 'District',
  year: 'Year assessed',
  since: 'Decided on',
};
