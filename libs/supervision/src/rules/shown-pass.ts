/** The fields of a pass that this rule reads. */
export interface HeldPass {
  readonly zoneIds: readonly string[];
  readonly validFrom: Date;
  /** First instant at which it is valid no more. */
  readonly validTo: Date;
  readonly state: 'pending' | 'valid' | 'suspended' | 'revoked';
  /** Until then the vehicle may still drive out of the zone it is in; null or left out: no grace. */
  readonly leaveBy?: Date | null | undefined;
  /** Until then it counts on, because its renewal is under review; null or left out: it does not. */
  readonly toleratedTo?: Date | null | undefined;
}

/**
 * Chooses the one pass of a vehicle that an officer wants to see, which is the one that the reasons
 * speak of: a running one; else a suspended one that would run, for the zones asked about; one in its
 * grace; another suspended one; the one that ran last. What was revoked or has not begun is shown
 * where there is nothing else. Of each of these, one for the zones asked about comes first, then the
 * one that ends last; null when there is none at all.
 *
 * @param zoneIds the zones the place lies in
 */
export function choosePass<Pass extends HeldPass>(
  passes: readonly Pass[],
  zoneIds: readonly string[],
  at: Date,
): Pass | null {
  const lastFirst = passes.toSorted((a, b) => b.validTo.getTime() - a.validTo.getTime());
  const fits = (pass: Pass): boolean => zoneIds.every((id) => pass.zoneIds.includes(id));
  const isDated = ({ validFrom, validTo }: Pass): boolean => validFrom <= at && at < validTo;
  const isSuspended = (pass: Pass): boolean => pass.state === 'suspended' && isDated(pass);
  const hasEnded = ({ state, validTo }: Pass): boolean => state === 'valid' && validTo <= at;
  const isAhead = (end: Date | null | undefined): boolean => end != null && at < end;
  const tiers: readonly ((pass: Pass) => boolean)[] = [
    (pass) => pass.state === 'valid' && isDated(pass),
    (pass) => isSuspended(pass) && fits(pass),
    (pass) => hasEnded(pass) && (isAhead(pass.toleratedTo) || isAhead(pass.leaveBy)),
    isSuspended,
    hasEnded,
    () => true,
  ];
  const first = tiers.map((tier) => lastFirst.filter(tier)).find(({ length }) => length > 0) ?? [];
  return first.find(fits) ?? first[0] ?? null;
}
