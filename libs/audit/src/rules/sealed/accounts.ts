import { decision, type SealedTable } from './sealed-form.js';

export const ACCOUNTS_TABLES: readonly SealedTable[] = [
  decision('user_decision', ['user_id', 'kind', 'reason', 'decided_by'], ['decided_at']),
  decision(
    'agency_key',
    ['key_hash', 'agency', 'system_name', 'permissions', 'reason', 'issued_by'],
    ['expires_at', 'issued_at'],
  ),
  decision('agency_key_revocation', ['key_id', 'reason', 'revoked_by'], ['revoked_at']),
  decision('agency_key_use', ['key_id', 'badge_no', 'permission', 'was_allowed'], ['used_at']),
];
