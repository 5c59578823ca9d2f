import { decision, type SealedForm, type SealedTable } from './sealed-form.js';

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

export const FLEET_TABLES: readonly SealedTable[] = [
  decision(
    'plant_range',
    ['plant_id', 'radius_m', 'measure', 'decided_by', 'reason'],
    ['effective_from', 'decided_at'],
    ['area'],
  ),
  {
    source: 'use_agreement',
    changing: ['ended_at', 'ended_by', 'end_reason'],
    forms: [
      {
        plain: ['id', 'vehicle_id', 'enterprise_id', 'kind', 'decided_by'],
        instants: ['valid_from', 'valid_to', 'decided_at'],
      },
    ],
  },
  decision(
    'driver_decision',
    ['driver_id', 'kind', 'before', 'left_on', 'reason', 'decided_by'],
    ['decided_at'],
  ),
  decision(
    'driver_name_step',
    ['request_id', 'driver_id', 'name', 'from_state', 'to_state', 'reason', 'decided_by'],
    ['decided_at'],
  ),
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
    'vehicle_transfer_step',
    ['transfer_id', 'from_state', 'to_state', 'reason', 'before', 'decided_by'],
    ['decided_at'],
  ),
  decision(
    'vehicle_loan_step',
    ['loan_id', 'from_state', 'to_state', 'reason', 'decided_by'],
    ['decided_at'],
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
];
