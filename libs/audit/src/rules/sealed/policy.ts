import { decision, type SealedTable } from './sealed-form.js';

export const POLICY_TABLES: readonly SealedTable[] = [
  decision(
    'policy_value',
    ['key', 'scope', 'version', 'value', 'source', 'confidence', 'decided_by', 'reason'],
    ['effective_from', 'decided_at'],
  ),
];
