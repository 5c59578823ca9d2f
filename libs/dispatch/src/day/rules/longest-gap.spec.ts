import { longestGapSec } from './longest-gap.js';

describe('longestGapSec', () => {
  it.each([
    { grade: 'C30', gapMaxMin: null, sec: 45 * 60, why: 'concrete forms a cold joint' },
    { grade: 'C30', gapMaxMin: 90, sec: 90 * 60, why: 'the order states a limit of its own' },
    { grade: 'C30', gapMaxMin: 20, sec: 20 * 60, why: 'it may be the shorter one' },
    { grade: 'M10', gapMaxMin: null, sec: Infinity, why: 'wet mortar forms none' },
  ])('is $sec s for $grade: $why', ({ sec, ...order }) => {
    expect(longestGapSec(order, 45)).toBe(sec);
  });
});
