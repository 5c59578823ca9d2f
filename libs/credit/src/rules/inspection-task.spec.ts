import { type InspectionTaskState, isTaskOverdue } from './inspection-task.js';

describe('isTaskOverdue', () => {
  it.each<{ state: InspectionTaskState; dueOn: string; is: boolean; why: string }>([
    { state: 'open', dueOn: '2026-05-04', is: false, why: 'on its day' },
    { state: 'open', dueOn: '2026-05-03', is: true, why: 'a day late' },
    { state: 'done', dueOn: '2026-05-03', is: false, why: 'done, whenever' },
    { state: 'withdrawn', dueOn: '2026-05-03', is: false, why: 'nobody has to do it' },
  ])('is $is: $why', ({ state, dueOn, is }) => {
    expect(isTaskOverdue({ state, dueOn }, '2026-05-04')).toBe(is);
  });
});
