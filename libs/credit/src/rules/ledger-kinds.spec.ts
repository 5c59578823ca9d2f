import type { Role } from '@tongyun/kernel';
import {
  countsForCredit,
  kindsReadBy,
  kindsWrittenBy,
  mayWithdraw,
  mayWrite,
} from './ledger-kinds.js';

describe('kindsWrittenBy', () => {
  it.each([
    { role: 'association', kinds: ['briefing'] },
    { role: 'district_bureau', kinds: ['inspection', 'accident', 'spillage', 'false_material'] },
    { role: 'auditor', kinds: [] },
  ] as const)('is $kinds for $role', ({ role, kinds }) => {
    expect(kindsWrittenBy([role])).toEqual(kinds);
  });

  it('lets an enterprise say everything of itself but that its papers are false', () => {
    expect(kindsWrittenBy(['enterprise_manager'])).toHaveLength(7);
    expect(mayWrite(['enterprise_manager'], 'false_material')).toBe(false);
  });
});

describe('kindsReadBy', () => {
  it.each<{ roles: readonly Role[]; kinds: readonly string[] | 'all'; why: string }>([
    { roles: ['association'], kinds: ['briefing'], why: 'it reads what it writes' },
    { roles: ['auditor'], kinds: 'all', why: 'who writes nothing reads a ledger whole' },
    { roles: ['association', 'concrete_admin'], kinds: 'all', why: 'one role is enough' },
  ])('is $kinds for $roles: $why', ({ roles, kinds }) => {
    expect(kindsReadBy(roles)).toEqual(kinds);
  });
});

describe('mayWithdraw', () => {
  const enterprise = 'enterprise_manager';
  it.each<{ by: Role; kind: 'spillage' | 'washing'; of: Role | null; may: boolean; why: string }>([
    { by: 'concrete_admin', kind: 'washing', of: enterprise, may: true, why: 'any entry' },
    { by: 'concrete_admin', kind: 'spillage', of: null, may: true, why: 'of an account that went' },
    { by: enterprise, kind: 'washing', of: enterprise, may: true, why: 'its own' },
    { by: enterprise, kind: 'spillage', of: enterprise, may: false, why: 'it counts against it' },
    { by: 'district_bureau', kind: 'spillage', of: 'district_bureau', may: true, why: 'its own' },
    { by: 'district_bureau', kind: 'spillage', of: enterprise, may: false, why: 'another’s' },
    { by: 'auditor', kind: 'washing', of: 'auditor', may: false, why: 'a kind it does not write' },
  ])('is $may for $by of $kind: $why', ({ by, kind, of, may }) => {
    expect(mayWithdraw([by], { kind, recorderRoles: of === null ? [] : [of] })).toBe(may);
  });
});

describe('countsForCredit', () => {
  it.each([
    { kind: 'inspection', hasFindings: true, counts: true },
    { kind: 'inspection', hasFindings: false, counts: false },
    { kind: 'accident', hasFindings: false, counts: true },
    { kind: 'washing', hasFindings: true, counts: false },
  ] as const)('is $counts of $kind, findings $hasFindings', ({ kind, hasFindings, counts }) => {
    expect(countsForCredit(kind, hasFindings)).toBe(counts);
  });
});
