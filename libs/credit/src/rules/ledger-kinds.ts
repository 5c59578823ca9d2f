import type { Role } from '@tongyun/kernel';

export type LedgerKind =
  | 'responsible_leader'
  | 'safety_officer'
  | 'accident'
  | 'inspection'
  | 'spillage'
  | 'washing'
  | 'briefing'
  | 'false_material';

/** Who may write entries of a kind; who oversees may write what the enterprise does not say of itself. */
const WRITERS: Readonly<Record<LedgerKind, readonly Role[]>> = {
  responsible_leader: ['enterprise_manager'],
  safety_officer: ['enterprise_manager'],
  inspection: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  accident: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  spillage: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  washing: ['enterprise_manager'],
  briefing: ['enterprise_manager', 'association'],
  false_material: ['concrete_admin', 'district_bureau'],
};

/** Whether somebody of these roles may write an entry of this kind. */
export const mayWrite = (roles: readonly Role[], kind: LedgerKind): boolean =>
  WRITERS[kind].some((role) => roles.includes(role));

/** Who withdraws entries of every kind, whoever made them. */
const WITHDRAWS_ALL: Role = 'concrete_admin';
/** Whom entries count against. */
const JUDGED: Role = 'enterprise_manager';

/**
 * Whether somebody of these roles may withdraw an entry: the administration every one, another those of
 * kinds it writes that its own office made; an enterprise none that can count against it (R32).
 */
export function mayWithdraw(
  roles: readonly Role[],
  { kind, recorderRoles }: { readonly kind: LedgerKind; readonly recorderRoles: readonly Role[] },
): boolean {
  if (roles.includes(WITHDRAWS_ALL)) return true;
  return WRITERS[kind].some(
    (role) =>
      roles.includes(role) &&
      recorderRoles.includes(role) &&
      !(role === JUDGED && countsForCredit(kind, true)),
  );
}

/** The kinds of entry that somebody of these roles may write, in the order of the work. */
export const kindsWrittenBy = (roles: readonly Role[]): LedgerKind[] =>
  (Object.keys(WRITERS) as LedgerKind[]).filter((kind) => mayWrite(roles, kind));

/** Who reads of the ledger what his roles write, and nothing else: personal data is none of theirs (R36). */
const READS_WHAT_IT_WRITES: readonly Role[] = ['association'];

/** The kinds of entry that somebody of these roles reads; `all` for whoever reads a ledger whole. */
export function kindsReadBy(roles: readonly Role[]): readonly LedgerKind[] | 'all' {
  if (roles.some((role) => !READS_WHAT_IT_WRITES.includes(role))) return 'all';
  return kindsWrittenBy(roles);
}

/** Whether an entry of a kind names the site that it is about: who was briefed, and where (R24). */
export const mustNameSite = (kind: LedgerKind): boolean => kind === 'briefing';

/** Whether an entry counts for the credit grade, R32: of inspections, those that found something. */
export function countsForCredit(kind: LedgerKind, hasFindings: boolean): boolean {
  if (kind === 'inspection') return hasFindings;
  return kind === 'accident' || kind === 'spillage' || kind === 'false_material';
}
