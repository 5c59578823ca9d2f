import type { SealedForm, SealedTable } from './sealed-form.js';

/** The first form of a person's word on a duration: before kinds of pour were told apart. */
const DURATION_DECISION: SealedForm = {
  plain: [
    'id',
    'enterprise_id',
    'key',
    'kind',
    'plant_id',
    'site_id',
    'placing_method',
    'hour',
    'version',
    'value',
    'reason',
    'decided_by',
    'by_name',
  ],
  instants: ['until_at', 'decided_at'],
};

export const DURATIONS_TABLES: readonly SealedTable[] = [
  {
    source: 'duration_decision',
    forms: [
      DURATION_DECISION,
      { ...DURATION_DECISION, plain: [...DURATION_DECISION.plain, 'pour_kind'] },
    ],
  },
];
