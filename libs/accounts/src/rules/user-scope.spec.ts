import type { EnterpriseId, Role, UserId } from '@tongyun/kernel';
import { judgePost, judgeRoles, scopeOfUser } from './user-scope.js';

const enterpriseId = 'e1' as EnterpriseId;
const aUser = (roles: Role[], of: EnterpriseId | null) => ({
  id: 'u1' as UserId,
  roles,
  enterpriseId: of,
  district: null,
  agency: null,
  driverId: null,
});

describe('judgeRoles', () => {
  it.each<{ roles: Role[]; of: EnterpriseId | null; verdict: string }>([
    { roles: ['dispatcher'], of: enterpriseId, verdict: 'fit' },
    { roles: ['dispatcher'], of: null, verdict: 'enterprise_missing' },
    { roles: ['police'], of: null, verdict: 'fit' },
    { roles: ['police'], of: enterpriseId, verdict: 'enterprise_unfit' },
    { roles: ['fitter'], of: null, verdict: 'fit' },
    { roles: ['fitter'], of: enterpriseId, verdict: 'fit' },
    { roles: ['dispatcher', 'concrete_admin'], of: enterpriseId, verdict: 'enterprise_unfit' },
    { roles: ['dispatcher', 'concrete_admin'], of: null, verdict: 'enterprise_missing' },
  ])('finds $roles of $of $verdict', ({ roles, of, verdict }) => {
    expect(judgeRoles(roles, of)).toBe(verdict);
  });
});

describe('judgePost', () => {
  const officer = { roles: ['police'] as const, agency: '余杭交警大队', badgeNo: '110042' };
  it.each<{ of: Parameters<typeof judgePost>[0]; verdict: string; why: string }>([
    { of: { ...officer, district: null }, verdict: 'fit', why: 'an officer is of no district' },
    {
      of: { ...officer, district: null, badgeNo: null },
      verdict: 'badge_missing',
      why: 'no badge',
    },
    {
      of: { ...officer, district: null, agency: null },
      verdict: 'badge_missing',
      why: 'no agency',
    },
    {
      of: { roles: ['district_bureau'], district: null, agency: null, badgeNo: null },
      verdict: 'district_missing',
      why: 'whose bureau it is, is not stated',
    },
    {
      of: { roles: ['commission'], district: null, agency: null, badgeNo: null },
      verdict: 'fit',
      why: 'the commission is of the city',
    },
  ])('is $verdict: $why', ({ of, verdict }) => {
    expect(judgePost(of)).toBe(verdict);
  });
});

describe('scopeOfUser', () => {
  it.each<{ why: string; roles: Role[]; of: EnterpriseId | null; sees: unknown }>([
    { why: 'his enterprise', roles: ['dispatcher'], of: enterpriseId, sees: [enterpriseId] },
    { why: 'all, as an authority', roles: ['police'], of: null, sees: 'all' },
    { why: 'nothing, with roles that do not fit', roles: ['dispatcher'], of: null, sees: [] },
    { why: 'nothing, as a bureau of no district', roles: ['district_bureau'], of: null, sees: [] },
    { why: 'his enterprise, as its fitter', roles: ['fitter'], of: enterpriseId, sees: ['e1'] },
  ])('sees $why', ({ roles, of, sees }) => {
    expect(scopeOfUser(aUser(roles, of)).enterpriseIds).toEqual(sees);
  });

  it.each<{ roles: Role[]; district: string | null }>([
    { roles: ['district_bureau'], district: 'Binjiang' },
    { roles: ['police'], district: null },
    { roles: ['commission'], district: null },
  ])('is bound to the district as $roles: $district', ({ roles, district }) => {
    const user = { ...aUser(roles, null), district: 'Binjiang' };

    expect(scopeOfUser(user).district).toBe(district);
  });
});
