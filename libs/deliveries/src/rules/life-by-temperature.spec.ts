import { findLifeLimits, lengthenLife } from './life-by-temperature.js';

const plain = { dischargeWithinMin: 90, warnAtMin: 60 };
const row = (upToC: number | null, upToGrade: number | null, dischargeWithinMin: number) => ({
  upToC,
  upToGrade,
  dischargeWithinMin,
  warnAfterMin: dischargeWithinMin / 2,
});
const rows = [row(25, 30, 120), row(25, null, 90), row(35, 30, 80), row(35, null, 60)];

describe('findLifeLimits', () => {
  it.each([
    { grade: 'C30', airC: null, is: 90, why: 'nobody stated the air: the plain limit' },
    { grade: 'C30', airC: 25, is: 120, why: 'the bound itself is in the row' },
    { grade: 'C30 P6', airC: 25, is: 120, why: 'what stands behind the grade is no matter' },
    { grade: 'C35', airC: 25, is: 90, why: 'stronger lives shorter' },
    { grade: 'C30', airC: 25.1, is: 80, why: 'warmer lives shorter' },
    { grade: 'C50', airC: 34, is: 60, why: 'strong and warm' },
    { grade: 'mortar', airC: 20, is: 90, why: 'an unknown grade is taken for the strongest' },
    { grade: 'C30', airC: 36, is: 90, why: 'no row fits: the plain limit' },
  ])('is $is min for $grade at $airC °C: $why', ({ grade, airC, is }) => {
    expect(findLifeLimits({ grade, airC }, rows, plain).dischargeWithinMin).toBe(is);
  });

  it('warns by the same row', () => {
    expect(findLifeLimits({ grade: 'C30', airC: 10 }, rows, plain).warnAtMin).toBe(60);
  });
});

describe('lengthenLife', () => {
  it.each([
    { retarderMin: null, is: 90, why: 'no retarder is stated' },
    { retarderMin: 120, is: 210, why: 'it lives longer by what is stated' },
    { retarderMin: 240, is: 330, why: 'the bound itself is believed' },
    { retarderMin: 300, is: 330, why: 'more is not' },
  ])('is $is min with $retarderMin min of retarder: $why', ({ retarderMin, is }) => {
    const { dischargeWithinMin } = lengthenLife(plain, { retarderMin, limitMin: 240 });

    expect(dischargeWithinMin).toBe(is);
  });

  it('warns as long before the end as without', () => {
    const { dischargeWithinMin, warnAtMin } = lengthenLife(plain, {
      retarderMin: 60,
      limitMin: 240,
    });

    expect(dischargeWithinMin - warnAtMin).toBe(30);
  });
});
