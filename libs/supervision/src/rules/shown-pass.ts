/** The fields of a pass that this rule reads. */
export interface HeldPass {
  readonly zoneIds: readonly string[];
  readonly validFrom: Date;
  /** First instant at which it is valid no more. */
  readonly validTo: Date;
  readonly state: 'pending' | 'valid' | 'suspended' | 'revoked';
}

/**
 * Chooses the one pass of a vehicle that an officer wants to see: a running one for the zones
 * asked about, else a running one, else the one that ran last; null when there is none.
 *
 * @param zoneIds the zones the place lies in
 */
export function choosePass<Pass extends HeldPass>(
  passes: readonly Pass[],
  zoneIds: readonly string[],
  at: Date,
): Pass | null {
  const lastFirst = passes.toSorted((a, b) => b.validTo.getTime() - a.validTo.getTime());
  const running = lastFirst.filter(
    ({ state, validFrom, validTo }) => state === 'valid' && validFrom <= at && at < validTo,
  );
  const fitting = running.find((pass) => zoneIds.every((id) => pass.zoneIds.includes(id)));
  return fitting ?? running[0] ?? lastFirst[0] ?? null;
}
