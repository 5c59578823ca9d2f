import { decision, type SealedTable } from './sealed-form.js';

export const TRACKING_TABLES: readonly SealedTable[] = [
  decision(
    'track_access',
    ['vehicle_id', 'kind', 'asked_by'],
    ['span_from', 'span_to', 'asked_at'],
  ),
];
