import { ACCOUNTS_TABLES } from './sealed/accounts.js';
import { ALERTS_TABLES } from './sealed/alerts.js';
import { AUDIT_TABLES } from './sealed/audit.js';
import { COMPLIANCE_TABLES } from './sealed/compliance.js';
import { CREDIT_TABLES } from './sealed/credit.js';
import { DELIVERIES_TABLES } from './sealed/deliveries.js';
import { DURATIONS_TABLES } from './sealed/durations.js';
import { FLEET_TABLES } from './sealed/fleet.js';
import { POLICY_TABLES } from './sealed/policy.js';
import { SUPERVISION_TABLES } from './sealed/supervision.js';
import { TRACKING_TABLES } from './sealed/tracking.js';
import type { SealedForm, SealedTable } from './sealed/sealed-form.js';

export type { SealedForm, SealedTable } from './sealed/sealed-form.js';

/**
 * Everything that the chain holds: what people decided, and what they looked at of others.
 *
 * A row's id must be a UUID v7 of the product's own making, for rows are sealed in the ids' order.
 * So drivers' taps and cameras' sightings, whose ids come from outside, are not among them.
 */
export const SEALED_TABLES: readonly SealedTable[] = [
  ...ACCOUNTS_TABLES,
  ...POLICY_TABLES,
  ...FLEET_TABLES,
  ...COMPLIANCE_TABLES,
  ...ALERTS_TABLES,
  ...DELIVERIES_TABLES,
  ...TRACKING_TABLES,
  ...SUPERVISION_TABLES,
  ...CREDIT_TABLES,
  ...DURATIONS_TABLES,
  ...AUDIT_TABLES,
];

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
