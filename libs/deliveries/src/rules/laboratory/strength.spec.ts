import { hasReached, rateStrength, requiredMpaOf } from './strength.js';

const test = (strengthMpa: number, ageDays = 28, grade = 'C30') => ({
  grade,
  ageDays,
  strengthMpa,
});

describe('requiredMpaOf', () => {
  it.each([
    { grade: 'C30', mpa: 30 },
    { grade: 'C30 P8', mpa: 30 },
    { grade: 'M7.5', mpa: 7.5 },
    { grade: 'DM10', mpa: 10 },
    { grade: '润管砂浆', mpa: null },
  ])('is $mpa of $grade', ({ grade, mpa }) => {
    expect(requiredMpaOf(grade)).toBe(mpa);
  });
});

describe('hasReached', () => {
  it.each([
    { of: test(30), is: true, why: 'what the grade names is enough' },
    { of: test(29.9), is: false, why: 'a little less is not' },
    { of: test(20, 7), is: null, why: 'it is too young to be judged' },
    { of: test(20, 60), is: false, why: 'an older one is judged too' },
    { of: test(20, 28, '砂浆'), is: null, why: 'its grade names no strength' },
  ])('is $is: $why', ({ of, is }) => {
    expect(hasReached(of)).toBe(is);
  });
});

describe('rateStrength', () => {
  it('counts what can be judged', () => {
    expect(rateStrength([test(31), test(29), test(33), test(12, 3)])).toEqual({
      judged: 3,
      passed: 2,
      passPct: expect.closeTo(66.67, 2),
    });
  });

  it('says nothing of nothing', () => {
    expect(rateStrength([test(12, 3)])).toEqual({ judged: 0, passed: 0, passPct: null });
  });
});
