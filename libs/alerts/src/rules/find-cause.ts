/** What the cause of an alert is read from. */
export interface CausedAlert {
  readonly code: string;
  readonly enterpriseId: string | null;
  /** What befell every vehicle there at once, by a name that all of them share. */
  readonly sharedCause?: string | null;
  readonly reasons: readonly {
    readonly code: string;
    readonly compared: Readonly<Record<string, unknown>>;
  }[];
}

/** Values that many vehicles of an enterprise can have in common, by the reason that compares them. */
const SHARED: Readonly<Record<string, string>> = {
  pass_expired: 'passValidTo',
  training_expired: 'expiresOn',
};

/**
 * Finds the name of what made an alert and may make the same of many vehicles at once, such as
 * passes or trainings of an enterprise that end together at midnight, or a zone that is redrawn around
 * its trucks or begins to bind them; null: it is the vehicle's own.
 */
export function findCause(alert: CausedAlert): string | null {
  const { code, enterpriseId, reasons, sharedCause } = alert;
  if (enterpriseId === null) return null;
  if (sharedCause) return `${code} ${enterpriseId} ${sharedCause}`;
  for (const reason of reasons) {
    const value = reason.compared[SHARED[reason.code] ?? ''];
    if (value === undefined || value === null) continue;
    return `${code} ${enterpriseId} ${String(value)}`;
  }
  return null;
}
