import { proposeGrade, type SteppedRectification } from './propose-grade.js';

const day = (on: number) => new Date(Date.UTC(2026, 4, on));
const a = (state: SteppedRectification['state'], on = 10): SteppedRectification => ({
  id: state,
  title: 'washing basin',
  state,
  steppedAt: day(on),
});

describe('proposeGrade', () => {
  it.each([
    { is: 'failed', of: [a('failed')], why: 'it let one fail' },
    { is: 'failed', of: [a('accepted'), a('failed')], why: 'one failed, whatever else it did' },
    { is: 'qualified', of: [a('accepted')], why: 'all are put right' },
    { is: null, of: [a('accepted'), a('answered')], why: 'one still waits' },
    { is: null, of: [a('failed', 4)], why: 'it failed before the grade, which knows of it' },
    { is: null, of: [], why: 'nothing was ordered' },
  ])('proposes $is to a basic enterprise: $why', ({ is, of }) => {
    expect(proposeGrade('basic', day(5), of)?.grade ?? null).toBe(is);
  });

  it.each(['excellent', 'qualified', 'failed', null] as const)(
    'proposes nothing to one that is %s',
    (grade) => {
      expect(proposeGrade(grade, day(5), [a('failed')])).toBeNull();
    },
  );

  it('names the rectification that it rests on', () => {
    expect(proposeGrade('basic', null, [a('failed')])).toEqual({
      grade: 'failed',
      because: a('failed'),
    });
  });
});
