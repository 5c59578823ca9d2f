import type { Role } from '@tongyun/kernel';
import { kindsReadBy } from './ledger-kinds.js';

describe('kindsReadBy', () => {
  it.each<{ roles: readonly Role[]; kinds: readonly string[] | 'all'; why: string }>([
    { roles: ['association'], kinds: ['briefing'], why: 'it reads what it writes' },
    { roles: ['auditor'], kinds: 'all', why: 'who writes nothing reads a ledger whole' },
    { roles: ['association', 'concrete_admin'], kinds: 'all', why: 'one role is enough' },
  ])('is $kinds for $roles: $why', ({ roles, kinds }) => {
    expect(kindsReadBy(roles)).toEqual(kinds);
  });
});
