import { decision, type SealedTable } from './sealed-form.js';

export const AUDIT_TABLES: readonly SealedTable[] = [
  decision('audit_removal', ['source', 'before_id', 'policy_version'], ['removed_at']),
];
