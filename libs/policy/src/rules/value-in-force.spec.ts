import { findInForce, isScope } from './value-in-force.js';

const value = (scope: string, version: number, from: string, key = 'limit') => ({
  key,
  scope,
  version,
  effectiveFrom: new Date(`${from}T00:00:00Z`),
});
const values = [
  value('city', 1, '2026-01-01'),
  value('city', 2, '2026-06-01'),
  value('city', 3, '2026-03-01'),
  value('enterprise:a', 1, '2026-02-01'),
  value('plant:p', 1, '2026-05-01'),
  value('city', 1, '2026-01-01', 'other'),
];
const at = (on: string) => new Date(`${on}T00:00:00Z`);

describe('findInForce', () => {
  it.each([
    { on: '2025-12-31', scopes: [], expected: null, why: 'before the first decision' },
    { on: '2026-01-01', scopes: [], expected: ['city', 1], why: 'on the first day' },
    { on: '2026-02-28', scopes: [], expected: ['city', 1], why: 'before the second takes effect' },
    { on: '2026-04-01', scopes: [], expected: ['city', 3], why: 'decided last, in effect earlier' },
    { on: '2026-06-01', scopes: [], expected: ['city', 2], why: 'the latest to take effect' },
    {
      on: '2026-06-01',
      scopes: ['plant:p', 'enterprise:a'],
      expected: ['plant:p', 1],
      why: 'the narrowest scope wins over a later decision',
    },
    {
      on: '2026-04-01',
      scopes: ['plant:p', 'enterprise:a'],
      expected: ['enterprise:a', 1],
      why: 'the plant has none yet',
    },
    { on: '2026-01-15', scopes: ['plant:p'], expected: ['city', 1], why: 'the city falls in' },
  ])('on $on for $scopes: $why', ({ on, scopes, expected }) => {
    const found = findInForce(values, 'limit', scopes, at(on));

    expect(found && [found.scope, found.version]).toEqual(expected);
  });

  it('takes the later of two decisions that take effect at once', () => {
    const twins = [value('city', 2, '2026-01-01'), value('city', 1, '2026-01-01')];

    expect(findInForce(twins, 'limit', [], at('2026-02-01'))?.version).toBe(2);
  });
});

describe('isScope', () => {
  it.each([
    ['city', true],
    ['district:滨江区', true],
    ['plant:01a2', true],
    ['plant:', false],
    ['planet:earth', false],
    ['', false],
  ])('of %p is %p', (scope, expected) => {
    expect(isScope(scope)).toBe(expected);
  });
});
