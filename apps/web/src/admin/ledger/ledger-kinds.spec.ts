import { ledgerKindsFor, ledgerKindsReadBy } from './ledger-kinds.js';

describe('ledgerKindsFor', () => {
  it.each([
    { role: 'association', kinds: ['briefing'] },
    {
      role: 'district_bureau',
      kinds: ['inspection', 'accident', 'spillage', 'false_material'],
    },
    { role: 'auditor', kinds: [] },
  ])('offers $role: $kinds', ({ role, kinds }) => {
    expect(ledgerKindsFor([role])).toEqual(kinds);
  });

  it('lets an enterprise say everything of itself but that its papers are false', () => {
    expect(ledgerKindsFor(['enterprise_manager'])).not.toContain('false_material');
    expect(ledgerKindsFor(['enterprise_manager'])).toHaveLength(7);
  });
});

describe('ledgerKindsReadBy', () => {
  it('is what the association writes, and everything for whoever oversees', () => {
    expect(ledgerKindsReadBy(['association'])).toEqual(['briefing']);
    expect(ledgerKindsReadBy(['auditor'])).toContain('accident');
  });
});
