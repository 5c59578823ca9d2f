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
  accident: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  inspection: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  spillage: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  washing: ['enterprise_manager'],
  briefing: ['enterprise_manager', 'association'],
  false_material: ['concrete_admin', 'district_bureau'],
};

/** Whether somebody of these roles may write an entry of this kind. */
export const mayWrite = (roles: readonly Role[], kind: LedgerKind): boolean =>
  WRITERS[kind].some((role) => roles.includes(role));

/** Whether an entry counts for the credit grade, R32: of inspections, those that found something. */
export function countsForCredit(kind: LedgerKind, hasFindings: boolean): boolean {
  if (kind === 'inspection') return hasFindings;
  return kind === 'accident' || kind === 'spillage' || kind === 'false_material';
}
