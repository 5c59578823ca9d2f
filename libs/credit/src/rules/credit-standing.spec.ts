import {
  type CreditGrade,
  findStanding,
  gradeOfYear,
  hasOpenAppeal,
  isBetterGrade,
  isLeaveInForce,
} from './credit-standing.js';

const decided = (...pairs: [number, CreditGrade | null][]) =>
  pairs.map(([year, grade]) => ({ year, grade }));

describe('findStanding', () => {
  it.each([
    { decisions: decided(), grade: null, failedYears: 0, isBarred: false, why: 'before the first' },
    {
      decisions: decided([2024, 'failed'], [2025, 'failed']),
      grade: 'failed',
      failedYears: 2,
      isBarred: true,
      why: 'two failed years in a row',
    },
    {
      decisions: decided([2023, 'failed'], [2025, 'failed']),
      grade: 'failed',
      failedYears: 1,
      isBarred: false,
      why: 'a year without a grade lies between',
    },
    {
      decisions: decided([2024, 'failed'], [2025, 'failed'], [2024, 'basic']),
      grade: 'failed',
      failedYears: 1,
      isBarred: false,
      why: 'the first was changed on appeal',
    },
    {
      decisions: decided([2024, 'failed'], [2025, 'failed'], [2026, 'qualified']),
      grade: 'qualified',
      failedYears: 0,
      isBarred: false,
      why: 'a better year ends it',
    },
    {
      decisions: decided([2025, 'good'], [2025, null]),
      grade: 'good',
      failedYears: 0,
      isBarred: false,
      why: 'an appeal gives no grade',
    },
  ])('is $grade, barred $isBarred ($why)', ({ decisions, grade, failedYears, isBarred }) => {
    expect(findStanding(decisions, 2)).toEqual({ grade, failedYears, isBarred });
  });
});

describe('isBetterGrade', () => {
  it.each([
    { one: 'basic', other: 'failed', isBetter: true },
    { one: 'excellent', other: 'good', isBetter: true },
    { one: 'qualified', other: 'qualified', isBetter: false },
    { one: 'failed', other: 'basic', isBetter: false },
  ] as const)('is $isBetter of $one beside $other', ({ one, other, isBetter }) => {
    expect(isBetterGrade(one, other)).toBe(isBetter);
  });
});

describe('gradeOfYear', () => {
  it('is the last one that was decided for that year', () => {
    const decisions = decided([2024, 'failed'], [2025, 'good'], [2024, 'basic'], [2024, null]);

    expect([2024, 2025, 2026].map((year) => gradeOfYear(decisions, year))).toEqual([
      'basic',
      'good',
      null,
    ]);
  });
});

describe('hasOpenAppeal', () => {
  it.each([
    { kinds: ['grade'], isOpen: false },
    { kinds: ['grade', 'appeal'], isOpen: true },
    { kinds: ['grade', 'appeal', 'appeal_rejected'], isOpen: false },
    { kinds: ['appeal', 'appeal_upheld', 'grade', 'appeal'], isOpen: true },
  ])('is $isOpen after $kinds', ({ kinds, isOpen }) => {
    expect(hasOpenAppeal(kinds)).toBe(isOpen);
  });
});

describe('isLeaveInForce', () => {
  const failed = { kind: 'grade', grade: 'failed' } as const;
  const leave = { kind: 'orders_allowed', grade: null } as const;
  const appeal = { kind: 'appeal', grade: null } as const;

  it.each([
    { why: 'none was given', decisions: [failed], isInForce: false },
    { why: 'it was given since', decisions: [failed, leave], isInForce: true },
    { why: 'an appeal ends none', decisions: [failed, leave, appeal], isInForce: true },
    { why: 'a new grade ends it', decisions: [failed, leave, failed], isInForce: false },
  ])('is $isInForce ($why)', ({ decisions, isInForce }) => {
    expect(isLeaveInForce(decisions)).toBe(isInForce);
  });
});
