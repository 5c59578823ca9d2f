import { decision, type SealedForm, type SealedTable } from './sealed-form.js';

/** The first form of a ledger's entry: before it could name a site in words. */
const LEDGER_ENTRY: SealedForm = {
  plain: [
    'id',
    'enterprise_id',
    'kind',
    'title',
    'content',
    'person_name',
    'photo_urls',
    'vehicle_id',
    'site_id',
    'is_evidence',
    'recorded_by',
  ],
  instants: ['occurred_at', 'recorded_at'],
};

/** The first form of a rectification's step: before it could give another day. */
const RECTIFICATION_STEP: SealedForm = {
  plain: ['id', 'rectification_id', 'to_state', 'text', 'photo_urls', 'taken_by'],
  instants: ['taken_at'],
};

export const CREDIT_TABLES: readonly SealedTable[] = [
  decision(
    'credit_decision',
    ['enterprise_id', 'kind', 'year', 'grade', 'grade_before', 'reason', 'decided_by'],
    ['decided_at'],
  ),
  decision(
    'credit_assessment_step',
    ['enterprise_id', 'year', 'kind', 'score', 'text', 'visit_on', 'taken_by'],
    ['taken_at'],
  ),
  {
    source: 'ledger_entry',
    forms: [LEDGER_ENTRY, { ...LEDGER_ENTRY, plain: [...LEDGER_ENTRY.plain, 'site_name'] }],
  },
  decision('ledger_withdrawal', ['entry_id', 'reason', 'decided_by'], ['decided_at']),
  {
    source: 'rectification_step',
    forms: [
      RECTIFICATION_STEP,
      { ...RECTIFICATION_STEP, plain: [...RECTIFICATION_STEP.plain, 'due_on'] },
    ],
  },
  decision(
    'inspection_task_step',
    ['task_id', 'to_state', 'text', 'ledger_entry_id', 'taken_by'],
    ['taken_at'],
  ),
];
