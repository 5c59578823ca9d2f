import type { SealedForm, SealedTable } from './sealed-form.js';

/** The first form of a removal: before it could name a single row. */
const REMOVAL: SealedForm = {
  plain: ['id', 'source', 'before_id', 'policy_version'],
  instants: ['removed_at'],
};

export const AUDIT_TABLES: readonly SealedTable[] = [
  {
    source: 'audit_removal',
    forms: [REMOVAL, { ...REMOVAL, plain: [...REMOVAL.plain, 'only_id'] }],
  },
];
