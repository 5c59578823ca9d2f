/** A kind of record that is kept for a time, and then goes. */
export interface KeptKind {
  readonly table: string;
  /** When a row was written, or was over; null: its id, a UUID v7 of the product's own making, says so. */
  readonly writtenAt: string | null;
}

/**
 * What is kept no longer than policy says, by the key `records.<table>_days`, from when it was written
 * or from when it was over: what is still in use goes by no policy. Positions are not among them: they
 * go by whole days (`fix.keep_days`), and decisions stay.
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
  { table: 'driver_disclosure', writtenAt: null },
  { table: 'refresh_token', writtenAt: 'expires_at' },
  { table: 'phone_key', writtenAt: 'revoked_at' },
  { table: 'push_subscription', writtenAt: 'ended_at' },
] as const satisfies readonly KeptKind[];

export type KeptTable = (typeof KEPT_KINDS)[number]['table'];

/** What is kept of a driver for so many days after his last one: his papers, then who he was. */
export const LEFT_DRIVER_KINDS = ['driver_paper', 'driver'] as const;
export type LeftDriverKind = (typeof LEFT_DRIVER_KINDS)[number];

/** What of a driver who left goes one by one, by the sources that links name. */
export const LEFT_DRIVER_SOURCES = [
  'registration_document',
  'driver_decision',
  'driver_name_step',
  'training_withdrawal',
  'training_result',
] as const;
export type LeftDriverSource = (typeof LEFT_DRIVER_SOURCES)[number];

/** How sealed rows of a source may go. */
export type Going = 'by_age' | 'one_by_one' | 'never';

/**
 * How rows of a source may go: only those of a kind that is kept for a time do, each in its own way. A
 * removal on record lets no others go, whoever put it there.
 */
export function goingOf(source: string): Going {
  if (KEPT_KINDS.some(({ table }) => table === source)) return 'by_age';
  return LEFT_DRIVER_SOURCES.some((each) => each === source) ? 'one_by_one' : 'never';
}

/** Stands where the name or number of somebody stood who is forgotten. */
export const FORGOTTEN = '***';

/** The policy that says for how many days a kind is kept. */
export const keptDaysKeyOf = <Kind extends KeptTable | LeftDriverKind>(kind: Kind) =>
  `records.${kind}_days` as const;
