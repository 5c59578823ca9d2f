import { longestGapSec } from './longest-gap.js';

describe('longestGapSec', () => {
  it.each([
    { grade: 'C30', sec: 45 * 60, why: 'concrete forms a cold joint' },
    { grade: 'M10', sec: Infinity, why: 'wet mortar does not' },
  ])('is $sec s for $grade: $why', ({ grade, sec }) => {
    expect(longestGapSec(grade, 45)).toBe(sec);
  });
});
