/** What stood against one candidate. */
export interface RefusedCandidate {
  readonly mayAssign: boolean;
  readonly reasons: readonly { readonly code: string; readonly effect: string }[];
  readonly warnings: readonly { readonly code: string }[];
}

const STANDS_AGAINST: readonly string[] = ['assignment_overlaps', 'no_driver_free'];

/** Counts how many candidates each code refused; notices and mere warnings are not counted. */
export function countRefusals(candidates: readonly RefusedCandidate[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { mayAssign, reasons, warnings } of candidates) {
    if (mayAssign) continue;
    const codes = new Set([
      ...reasons.filter(({ effect }) => effect !== 'notice').map(({ code }) => code),
      ...warnings.map(({ code }) => code).filter((code) => STANDS_AGAINST.includes(code)),
    ]);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
