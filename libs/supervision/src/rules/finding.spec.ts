import { findNextFindingStates, isFindingOverdue, isFindingSettled } from './finding.js';

describe('a roadside finding', () => {
  it.each([
    { state: 'open', next: ['answered', 'withdrawn'] },
    { state: 'answered', next: ['accepted', 'sent_back', 'withdrawn'] },
    { state: 'sent_back', next: ['answered', 'withdrawn'] },
    { state: 'accepted', next: ['withdrawn'] },
    { state: 'withdrawn', next: [] },
  ] as const)('goes from $state to $next', ({ state, next }) => {
    expect(findNextFindingStates(state)).toEqual(next);
  });

  it.each([
    { state: 'open', dueOn: '2026-11-23', isOverdue: false, why: 'its last day is not over' },
    { state: 'open', dueOn: '2026-11-22', isOverdue: true, why: 'its day is past' },
    { state: 'sent_back', dueOn: '2026-11-22', isOverdue: true, why: 'no answer stands' },
    { state: 'answered', dueOn: '2026-11-22', isOverdue: false, why: 'the authority has the word' },
    { state: 'accepted', dueOn: '2026-11-22', isOverdue: false, why: 'it is settled' },
    { state: 'withdrawn', dueOn: '2026-11-22', isOverdue: false, why: 'it was an error' },
  ] as const)('that is $state and due on $dueOn is overdue: $isOverdue ($why)', (finding) => {
    expect(isFindingOverdue(finding, '2026-11-23')).toBe(finding.isOverdue);
  });

  it.each([
    { state: 'open', isSettled: false },
    { state: 'answered', isSettled: false },
    { state: 'sent_back', isSettled: false },
    { state: 'accepted', isSettled: true },
    { state: 'withdrawn', isSettled: true },
  ] as const)('that is $state is settled: $isSettled', ({ state, isSettled }) => {
    expect(isFindingSettled(state)).toBe(isSettled);
  });
});
