import { wayOf } from './registration-stages.js';

describe('the way of a registration', () => {
  it.each([
    { state: 'submitted', dueStep: 'district_bureau', current: 1 },
    { state: 'district_reviewed', dueStep: 'concrete_admin', current: 2 },
    { state: 'registered', dueStep: null, current: 3 },
  ] as const)('leads $state by the bodies that review it', ({ state, dueStep, current }) => {
    const way = wayOf({ state, steps: ['district_bureau', 'concrete_admin'], dueStep });

    expect(way.stages).toEqual([
      { at: 'draft' },
      { at: 'review', body: 'district_bureau', round: 'first' },
      { at: 'review', body: 'concrete_admin', round: 'second' },
      { at: 'registered' },
    ]);
    expect(way).toMatchObject({ current, isAside: false });
  });

  it('is one review where the policy has one', () => {
    const way = wayOf({
      state: 'submitted',
      steps: ['concrete_admin'],
      dueStep: 'concrete_admin',
    });

    expect(way.stages[1]).toEqual({ at: 'review', body: 'concrete_admin', round: 'only' });
    expect(way.current).toBe(1);
  });

  it('names nobody to a draft that was never submitted', () => {
    expect(wayOf({ state: 'draft', steps: [], dueStep: null })).toEqual({
      stages: [{ at: 'draft' }, { at: 'review', body: null, round: 'only' }, { at: 'registered' }],
      current: 0,
      isAside: false,
    });
  });

  it.each([
    { state: 'sent_back', current: 0 },
    { state: 'suspended', current: 2 },
    { state: 'cancelled', current: 2 },
  ] as const)('is left by one that is $state', ({ state, current }) => {
    const way = wayOf({ state, steps: ['concrete_admin'], dueStep: null });

    expect(way).toMatchObject({ current, isAside: true });
  });
});
