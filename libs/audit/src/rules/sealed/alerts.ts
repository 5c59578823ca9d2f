import { decision, type SealedTable } from './sealed-form.js';

export const ALERTS_TABLES: readonly SealedTable[] = [
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
];
