/** Columns of a row that its digest is over. Kept for ever: rows sealed under it are checked by it. */
export interface SealedForm {
  /** In this order; JSON writes them in one manner whatever the session's settings are. */
  readonly plain: readonly string[];
  /** Instants, taken as microseconds: their text depends on the session's time zone. */
  readonly instants: readonly string[];
  /** Areas, taken as the bytes that PostGIS stores. */
  readonly shapes?: readonly string[];
}

/** A table whose rows are only added, and which of its columns the chain holds. */
export interface SealedTable {
  /** The source that a link names; its table too, unless `table` says otherwise. */
  readonly source: string;
  readonly table?: string;
  /** Columns that change in the life of a row, and are no part of what was decided. */
  readonly changing?: readonly string[];
  /** SQL over the row: only those are sealed. */
  readonly where?: string;
  /** Numbered from 1; a new column makes a new form at the end. */
  readonly forms: readonly [SealedForm, ...SealedForm[]];
}

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

/** The first form of a decision on a plant: before it named the eco-sensitive zones around it. */
const PLANT_DECISION: SealedForm = {
  plain: [
    'id',
    'plant_id',
    'from_state',
    'to_state',
    'licence_no',
    'is_branch',
    'reason',
    'decided_by',
  ],
  instants: ['decided_at'],
};

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

/**
 * Everything that the chain holds: what people decided, and what they looked at of others.
 *
 * A row's id must be a UUID v7 of the product's own making, for rows are sealed in the ids' order.
 * So drivers' taps and cameras' sightings, whose ids come from outside, are not among them.
 */
export const SEALED_TABLES: readonly SealedTable[] = [
  decision('user_decision', ['user_id', 'kind', 'reason', 'decided_by'], ['decided_at']),
  decision(
    'agency_key',
    ['key_hash', 'agency', 'system_name', 'permissions', 'reason', 'issued_by'],
    ['expires_at', 'issued_at'],
  ),
  decision('agency_key_revocation', ['key_id', 'reason', 'revoked_by'], ['revoked_at']),
  decision('agency_key_use', ['key_id', 'badge_no', 'permission', 'was_allowed'], ['used_at']),
  decision(
    'policy_value',
    ['key', 'scope', 'version', 'value', 'source', 'confidence', 'decided_by', 'reason'],
    ['effective_from', 'decided_at'],
  ),
  decision(
    'plant_range',
    ['plant_id', 'radius_m', 'measure', 'decided_by', 'reason'],
    ['effective_from', 'decided_at'],
    ['area'],
  ),
  {
    source: 'use_agreement',
    changing: ['ended_at'],
    forms: [
      {
        plain: ['id', 'vehicle_id', 'enterprise_id', 'kind', 'decided_by'],
        instants: ['valid_from', 'valid_to', 'decided_at'],
      },
    ],
  },
  decision(
    'terminal_decision',
    [
      'terminal_id',
      'kind',
      'from_vehicle_id',
      'to_vehicle_id',
      'from_state',
      'to_state',
      'reason',
      'decided_by',
    ],
    ['decided_at'],
  ),
  decision(
    'compliance_decision',
    ['subject_kind', 'subject_id', 'from_state', 'to_state', 'reason', 'before', 'decided_by'],
    ['decided_at'],
  ),
  decision(
    'vehicle_transfer_step',
    ['transfer_id', 'from_state', 'to_state', 'reason', 'before', 'decided_by'],
    ['decided_at'],
  ),
  decision(
    'joint_share_step',
    [
      'share_id',
      'from_state',
      'to_state',
      'from_quota_m3',
      'to_quota_m3',
      'reason',
      'enterprise_id',
      'decided_by',
    ],
    ['decided_at'],
  ),
  decision(
    'vehicle_loan_step',
    ['loan_id', 'from_state', 'to_state', 'reason', 'decided_by'],
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
  {
    source: 'zone_version',
    forms: [
      ZONE_VERSION,
      {
        ...ZONE_VERSION,
        plain: [
          ...ZONE_VERSION.plain,
          'plate_colors',
          'barred_emission_classes',
          'exempt_roads',
          'speed_limit_kph',
        ],
      },
    ],
  },
  decision(
    'alert_decision',
    ['alert_id', 'from_state', 'to_state', 'note', 'decided_by'],
    ['decided_at'],
  ),
  {
    source: 'alert_mute',
    changing: ['lifted_at', 'lifted_by'],
    forms: [
      {
        plain: ['id', 'vehicle_id', 'trip_id', 'code', 'ground', 'reason', 'decided_by'],
        instants: ['valid_from', 'valid_to', 'decided_at'],
      },
    ],
  },
  {
    source: 'loading_call',
    changing: ['closed_at', 'closed_by', 'close_reason'],
    forms: [
      {
        plain: [
          'id',
          'enterprise_id',
          'plant_id',
          'line_id',
          'trip_id',
          'called_by',
          'jump_reason',
        ],
        instants: ['called_at'],
      },
    ],
  },
  decision(
    'order_call',
    [
      'order_id',
      'enterprise_id',
      'call',
      'm3',
      'rate_m3_per_hour',
      'caller_name',
      'caller_phone',
      'taken_by',
    ],
    ['taken_at'],
  ),
  decision(
    'diversion',
    [
      'trip_id',
      'enterprise_id',
      'vehicle_id',
      'kind',
      'from_order_id',
      'from_load_id',
      'from_site_id',
      'from_stages',
      'to_order_id',
      'to_load_id',
      'to_pour_location',
      'to_plant_id',
      'taken_m3',
      'carried_m3',
      'reason',
      'approved_by',
      'decided_by',
      'figures',
      'overridden',
    ],
    ['diverted_at', 'until_at'],
  ),
  decision(
    'night_permit',
    ['enterprise_id', 'site_id', 'permit_no', 'issued_by', 'recorded_by'],
    ['valid_from', 'valid_to', 'recorded_at'],
  ),
  decision(
    'batch_settlement',
    ['batch_record_id', 'decision', 'reason', 'settled_by'],
    ['settled_at'],
  ),
  decision(
    'weighing',
    ['trip_id', 'kind', 'kg', 'source', 'recorded_by'],
    ['weighed_at', 'recorded_at'],
  ),
  decision(
    'mix_design',
    [
      'plant_id',
      'mix_design_no',
      'grade',
      'materials',
      'approver_name',
      'valid_from',
      'valid_to',
      'recorded_by',
    ],
    ['recorded_at'],
  ),
  decision(
    'material_lot',
    [
      'plant_id',
      'material',
      'lot_no',
      'supplier_name',
      'report_no',
      'has_passed',
      'inspector_name',
      'tested_on',
      'recorded_by',
    ],
    ['recorded_at'],
  ),
  decision(
    'strength_test',
    [
      'plant_id',
      'trip_id',
      'ticket_no',
      'grade',
      'age_days',
      'strength_mpa',
      'report_no',
      'inspector_name',
      'tested_on',
      'recorded_by',
    ],
    ['recorded_at'],
  ),
  decision(
    'ex_works_test',
    ['trip_id', 'slump_mm', 'temperature_c', 'inspector_name', 'recorded_by'],
    ['tested_at', 'recorded_at'],
  ),
  {
    source: 'assignment_override',
    table: 'assignment',
    where: 'override_reason IS NOT NULL',
    changing: [
      'enterprise_id',
      'load_id',
      'pump_job_id',
      'plant_id',
      'starts_at',
      'ends_at',
      'state',
      'warnings',
      'cancelled_reason',
      'version',
    ],
    forms: [
      {
        plain: ['id', 'order_id', 'vehicle_id', 'driver_id', 'override_reason', 'created_by'],
        instants: ['created_at'],
      },
    ],
  },
  {
    source: 'roadside_check',
    forms: [
      ROADSIDE_CHECK,
      { ...ROADSIDE_CHECK, plain: [...ROADSIDE_CHECK.plain, 'purpose', 'purpose_note'] },
    ],
  },
  decision(
    'roadside_outcome',
    [
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
    ['decided_at'],
  ),
  decision(
    'roadside_finding_step',
    ['finding_id', 'to_state', 'text', 'taken_by', 'badge_no'],
    ['taken_at'],
  ),
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
  decision(
    'track_access',
    ['vehicle_id', 'kind', 'asked_by'],
    ['span_from', 'span_to', 'asked_at'],
  ),
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
  decision(
    'ledger_entry',
    [
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
    ['occurred_at', 'recorded_at'],
  ),
  decision(
    'rectification_step',
    ['rectification_id', 'to_state', 'text', 'photo_urls', 'taken_by'],
    ['taken_at'],
  ),
  decision(
    'inspection_task_step',
    ['task_id', 'to_state', 'text', 'ledger_entry_id', 'taken_by'],
    ['taken_at'],
  ),
  {
    source: 'plant_decision',
    forms: [PLANT_DECISION, { ...PLANT_DECISION, plain: [...PLANT_DECISION.plain, 'eco_zones'] }],
  },
  decision(
    'enterprise_mode_decision',
    ['enterprise_id', 'from_mode', 'to_mode', 'reason', 'decided_by'],
    ['decided_at'],
  ),
  decision(
    'district_version',
    ['district_id', 'version', 'name', 'is_retired', 'decided_by', 'reason'],
    ['effective_from', 'decided_at'],
    ['area'],
  ),
  {
    source: 'duration_decision',
    forms: [
      DURATION_DECISION,
      { ...DURATION_DECISION, plain: [...DURATION_DECISION.plain, 'pour_kind'] },
    ],
  },
  decision('audit_removal', ['source', 'before_id', 'policy_version'], ['removed_at']),
];

function decision(
  source: string,
  plain: readonly string[],
  instants: readonly string[],
  shapes: readonly string[] = [],
): SealedTable {
  return { source, forms: [{ plain: ['id', ...plain], instants, shapes }] };
}

export const tableOf = ({ source, table }: SealedTable): string => table ?? source;

/**
 * SQL for the digest of a row: SHA-256 over a JSON array of the form's columns, the same on every
 * server whatever its time zone.
 *
 * @param row the name that the statement has for the row
 */
export function digestSqlOf({ plain, instants, shapes = [] }: SealedForm, row: string): string {
  const values = [
    ...plain.map((column) => `${row}."${column}"`),
    ...instants.map((column) => `(extract(epoch FROM ${row}."${column}") * 1000000)::bigint`),
    ...shapes.map((column) => `${row}."${column}"::text`),
  ];
  return `encode(sha256(convert_to(jsonb_build_array(${values.join(', ')})::text, 'UTF8')), 'hex')`;
}
