import { decision, type SealedForm, type SealedTable } from './sealed-form.js';

/** The first form of a question at the roadside: before its purpose was asked for. */
const ROADSIDE_CHECK: SealedForm = {
  plain: [
    'id',
    'plate_no',
    'plate_color',
    'vehicle_id',
    'lng',
    'lat',
    'accuracy_m',
    'verdict',
    'reasons',
    'asked_by',
    'badge_no',
    'agency',
  ],
  instants: ['judged_for', 'asked_at'],
};

/** The first form of what came of it: before it kept the plate. */
const ROADSIDE_OUTCOME: SealedForm = {
  plain: [
    'id',
    'check_id',
    'vehicle_id',
    'outcome',
    'route',
    'note',
    'alert_id',
    'decided_by',
    'badge_no',
    'agency',
  ],
  instants: ['decided_at'],
};

/** The second: before it kept whose the vehicle was. */
const OUTCOME_OF_PLATE: SealedForm = {
  ...ROADSIDE_OUTCOME,
  plain: [...ROADSIDE_OUTCOME.plain, 'plate_no'],
};

/** The first form of a finding's step: before it could give another day. */
const FINDING_STEP: SealedForm = {
  plain: ['id', 'finding_id', 'to_state', 'text', 'taken_by', 'badge_no'],
  instants: ['taken_at'],
};

export const SUPERVISION_TABLES: readonly SealedTable[] = [
  {
    source: 'roadside_check',
    forms: [
      ROADSIDE_CHECK,
      { ...ROADSIDE_CHECK, plain: [...ROADSIDE_CHECK.plain, 'purpose', 'purpose_note'] },
    ],
  },
  {
    source: 'roadside_outcome',
    forms: [
      ROADSIDE_OUTCOME,
      OUTCOME_OF_PLATE,
      {
        ...OUTCOME_OF_PLATE,
        plain: [...OUTCOME_OF_PLATE.plain, 'enterprise_id', 'owner_enterprise_id'],
      },
    ],
  },
  {
    source: 'roadside_finding_step',
    forms: [FINDING_STEP, { ...FINDING_STEP, plain: [...FINDING_STEP.plain, 'due_on'] }],
  },
  decision(
    'roadside_finding_photo',
    ['finding_id', 'file_name', 'file_kind', 'size_bytes', 'sha256', 'added_by'],
    ['added_at'],
  ),
  decision(
    'driver_disclosure',
    ['check_id', 'driver_id', 'purpose', 'asked_by', 'badge_no', 'agency'],
    ['asked_at'],
  ),
];
