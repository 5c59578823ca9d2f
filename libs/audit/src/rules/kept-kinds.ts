/** A kind of record that is kept for a time, and then goes. */
export interface KeptKind {
  readonly table: string;
  /** When a row was written; null: its id, a UUID v7 of the product's own making, says so. */
  readonly writtenAt: string | null;
}

/**
 * What is kept no longer than policy says, by the key `records.<table>_days`. Positions are not among
 * them: they go by whole days (`fix.keep_days`), and decisions stay.
 */
export const KEPT_KINDS = [
  { table: 'roadside_check', writtenAt: null },
  { table: 'agency_key_use', writtenAt: null },
  { table: 'track_access', writtenAt: null },
  { table: 'order_call', writtenAt: null },
  { table: 'sighting', writtenAt: 'received_at' },
  { table: 'stage_claim', writtenAt: 'received_at' },
  { table: 'pump_claim', writtenAt: 'received_at' },
  { table: 'alert_delivery', writtenAt: 'created_at' },
] as const satisfies readonly KeptKind[];

export type KeptTable = (typeof KEPT_KINDS)[number]['table'];

/** The policy that says for how many days rows of this table are kept. */
export const keptDaysKeyOf = <Table extends KeptTable>(table: Table) =>
  `records.${table}_days` as const;
