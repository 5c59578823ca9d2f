import { findNextStates, isOverdue, type RectificationState } from './rectification.js';

describe('a rectification', () => {
  it('ends when it is accepted or has failed', () => {
    expect(findNextStates('accepted')).toEqual([]);
    expect(findNextStates('failed')).toEqual([]);
  });

  it('may fail without an answer, and be sent back after one', () => {
    expect(findNextStates('ordered')).toContain('failed');
    expect(findNextStates('answered')).toContain('ordered');
  });

  it.each<{ state: RectificationState; dueOn: string; is: boolean; why: string }>([
    { state: 'ordered', dueOn: '2026-05-04', is: false, why: 'on its day' },
    { state: 'ordered', dueOn: '2026-05-03', is: true, why: 'a day late' },
    { state: 'answered', dueOn: '2026-05-03', is: true, why: 'answered, not settled' },
    { state: 'accepted', dueOn: '2026-05-03', is: false, why: 'settled' },
  ])('is overdue: $is ($why)', ({ state, dueOn, is }) => {
    expect(isOverdue({ state, dueOn }, '2026-05-04')).toBe(is);
  });
});
