import { findNextStates, UNSETTLED_RECTIFICATIONS } from './rectification.js';

describe('a rectification', () => {
  it('ends when it is accepted or has failed', () => {
    expect(findNextStates('accepted')).toEqual([]);
    expect(findNextStates('failed')).toEqual([]);
  });

  it('may fail without an answer, and be sent back after one', () => {
    expect(findNextStates('ordered')).toContain('failed');
    expect(findNextStates('answered')).toContain('ordered');
  });

  it('is settled once nothing may follow', () => {
    const states = ['ordered', 'answered', 'accepted', 'failed'] as const;

    expect(states.filter((state) => findNextStates(state).length > 0)).toEqual(
      UNSETTLED_RECTIFICATIONS,
    );
  });
});
