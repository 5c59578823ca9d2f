import { decision, type SealedForm, type SealedTable } from './sealed-form.js';

/** The first form of a zone: before it told plates, emission classes, exempt roads and a limit apart. */
const ZONE_VERSION: SealedForm = {
  plain: [
    'id',
    'zone_id',
    'version',
    'kind',
    'name',
    'hours',
    'binds',
    'is_retired',
    'decided_by',
    'reason',
  ],
  instants: ['effective_from', 'decided_at'],
  shapes: ['area'],
};

/** The second: before it told whole plates and their beginnings apart. */
const TELLING_ZONE_VERSION: SealedForm = {
  ...ZONE_VERSION,
  plain: [
    ...ZONE_VERSION.plain,
    'plate_colors',
    'barred_emission_classes',
    'exempt_roads',
    'speed_limit_kph',
  ],
};

/** The first form of a file: while only vehicles had any. */
const DOCUMENT: SealedForm = {
  plain: [
    'id',
    'subject_id',
    'kind',
    'title',
    'file_name',
    'file_kind',
    'size_bytes',
    'sha256',
    'added_by',
  ],
  instants: ['added_at'],
};

export const COMPLIANCE_TABLES: readonly SealedTable[] = [
  decision(
    'compliance_decision',
    ['subject_kind', 'subject_id', 'from_state', 'to_state', 'reason', 'before', 'decided_by'],
    ['decided_at'],
  ),
  {
    source: 'registration_document',
    table: 'document',
    forms: [DOCUMENT, { ...DOCUMENT, plain: [...DOCUMENT.plain, 'subject', 'expires_on'] }],
  },
  decision(
    'training_result',
    [
      'driver_id',
      'kind',
      'score',
      'has_passed',
      'passed_on',
      'expires_on',
      'recorded_by',
      'session_id',
      'certificate_no',
    ],
    ['recorded_at'],
  ),
  decision('training_withdrawal', ['result_id', 'reason', 'decided_by'], ['decided_at']),
  {
    source: 'road_pass',
    changing: ['state', 'tolerated_to', 'version'],
    forms: [
      {
        plain: [
          'id',
          'pass_no',
          'vehicle_id',
          'zone_ids',
          'roads',
          'routes',
          'hours',
          'issuing_body',
          'issued_by',
        ],
        instants: ['valid_from', 'valid_to', 'leave_by', 'issued_at'],
      },
    ],
  },
  decision(
    'pass_key_decision',
    ['key_id', 'public_x', 'kind', 'reason', 'decided_by'],
    ['decided_at'],
  ),
  {
    source: 'zone_version',
    forms: [
      ZONE_VERSION,
      TELLING_ZONE_VERSION,
      { ...TELLING_ZONE_VERSION, plain: [...TELLING_ZONE_VERSION.plain, 'plates'] },
    ],
  },
];
