import { type LedgerKind, ledgerKind } from '@tongyun/contracts';

/** Who is offered which kind of entry; who may write it is the server's to judge. */
const OFFERED: Readonly<Record<LedgerKind, readonly string[]>> = {
  responsible_leader: ['enterprise_manager'],
  safety_officer: ['enterprise_manager'],
  inspection: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  accident: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  spillage: ['enterprise_manager', 'concrete_admin', 'district_bureau'],
  washing: ['enterprise_manager'],
  briefing: ['enterprise_manager', 'association'],
  false_material: ['concrete_admin', 'district_bureau'],
};

/** The kinds of entry that somebody of these roles writes, in the order of the work. */
export const ledgerKindsFor = (roles: readonly string[]): LedgerKind[] =>
  (Object.keys(OFFERED) as LedgerKind[]).filter((kind) =>
    OFFERED[kind].some((role) => roles.includes(role)),
  );

/** The kinds of entry that somebody of these roles can look for: the association reads what it writes. */
export const ledgerKindsReadBy = (roles: readonly string[]): readonly LedgerKind[] =>
  roles.every((role) => role === 'association') ? ledgerKindsFor(roles) : ledgerKind.options;
