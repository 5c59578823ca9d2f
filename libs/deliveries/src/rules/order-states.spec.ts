import { computeOrderState, findChosenStates, type LoadState } from './order-states.js';

const loads = (...states: LoadState[]) => states.map((state) => ({ state }));

describe('computeOrderState', () => {
  it.each([
    { of: loads('planned', 'planned'), discharging: false, state: 'firm', why: 'nothing sent' },
    { of: loads('released', 'planned'), discharging: false, state: 'released', why: 'one sent' },
    { of: loads('on_trip', 'planned'), discharging: false, state: 'released', why: 'on the road' },
    { of: loads('on_trip', 'planned'), discharging: true, state: 'pouring', why: 'first concrete' },
    {
      of: loads('delivered', 'planned'),
      discharging: true,
      state: 'pouring',
      why: 'one is missing',
    },
    {
      of: loads('delivered', 'dropped'),
      discharging: true,
      state: 'complete',
      why: 'one was dropped',
    },
    {
      of: loads('delivered', 'returned_part'),
      discharging: true,
      state: 'complete',
      why: 'all came',
    },
    { of: loads('dropped'), discharging: false, state: 'firm', why: 'nothing is left to do' },
  ])('is $state ($why)', ({ of, discharging, state }) => {
    expect(computeOrderState('firm', of, discharging, false)).toBe(state);
  });

  it('opens a complete order again when a load went back', () => {
    expect(computeOrderState('complete', loads('delivered', 'planned'), true, true)).toBe(
      'pouring',
    );
  });

  it('stays open while less has stayed at the site than was ordered', () => {
    const over = loads('delivered', 'returned_part');

    expect(computeOrderState('complete', over, true, true)).toBe('pouring');
  });

  it.each(['on_hold', 'cancelled', 'closed', 'will_call', 'draft'] as const)(
    'leaves what a person chose alone: %s',
    (state) => {
      expect(computeOrderState(state, loads('delivered'), true, false)).toBe(state);
    },
  );
});

describe('findChosenStates', () => {
  it('has no way out of a cancelled or closed order', () => {
    expect([...findChosenStates('cancelled'), ...findChosenStates('closed')]).toEqual([]);
  });

  it('does not cancel an order whose concrete is being placed', () => {
    expect(findChosenStates('pouring')).not.toContain('cancelled');
  });
});
