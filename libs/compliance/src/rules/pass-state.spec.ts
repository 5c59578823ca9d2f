import { computePassState, mayPassBecome } from './pass-state.js';

const now = new Date('2026-11-23T00:00:00Z');

const begun = { validFrom: new Date(0) };

describe('computePassState', () => {
  it.each([
    { validTo: '2026-12-01T00:00:00Z', state: 'valid', why: 'more than a week is left' },
    { validTo: '2026-11-30T00:00:01Z', state: 'valid', why: 'a second more than a week' },
    { validTo: '2026-11-30T00:00:00Z', state: 'expiring', why: 'exactly a week' },
    { validTo: '2026-11-23T00:00:01Z', state: 'expiring', why: 'its last second' },
    { validTo: '2026-11-23T00:00:00Z', state: 'expired', why: 'the end is outside' },
  ])('is $state at an end of $validTo ($why)', ({ validTo, state }) => {
    const pass = { ...begun, state: 'valid' as const, validTo: new Date(validTo) };

    expect(computePassState(pass, 7, now)).toBe(state);
  });

  it.each([
    { validFrom: '2026-11-23T00:00:01Z', state: 'pending', why: 'a second before it begins' },
    { validFrom: '2026-11-23T00:00:00Z', state: 'expiring', why: 'it begins' },
  ])('is $state with a beginning at $validFrom ($why)', ({ validFrom, state }) => {
    const dates = { validFrom: new Date(validFrom), validTo: new Date('2026-11-24T00:00:00Z') };

    expect(computePassState({ state: 'valid', ...dates }, 7, now)).toBe(state);
  });

  it.each(['pending', 'suspended', 'revoked'] as const)('stays %s after its last day', (state) => {
    expect(computePassState({ ...begun, state, validTo: new Date(0) }, 7, now)).toBe(state);
  });

  it('stays suspended or revoked before it begins', () => {
    const dates = {
      validFrom: new Date('2026-12-01T00:00:00Z'),
      validTo: new Date('2027-01-01T00:00:00Z'),
    };

    for (const state of ['suspended', 'revoked'] as const) {
      expect(computePassState({ state, ...dates }, 7, now)).toBe(state);
    }
  });
});

describe('mayPassBecome', () => {
  it.each([
    { from: 'valid', to: 'suspended', may: true },
    { from: 'suspended', to: 'valid', may: true },
    { from: 'suspended', to: 'revoked', may: true },
    { from: 'pending', to: 'valid', may: true },
    { from: 'revoked', to: 'valid', may: false },
    { from: 'valid', to: 'valid', may: false },
    { from: 'pending', to: 'suspended', may: false },
  ] as const)('answers $may for $from to $to', ({ from, to, may }) => {
    expect(mayPassBecome(from, to)).toBe(may);
  });
});
