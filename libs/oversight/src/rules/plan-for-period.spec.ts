import { daysBetween, planForPeriod } from './plan-for-period.js';

const PLAN = { '2011': 36_500, '2012': 73_200 };

describe('the plan for a period', () => {
  it.each([
    { from: '2011-01-01', to: '2011-12-31', m3: 36_500, why: 'a whole year' },
    { from: '2011-03-05', to: '2011-03-05', m3: 100, why: 'one day' },
    { from: '2012-02-28', to: '2012-03-01', m3: 600, why: 'three days of a leap year' },
    { from: '2011-12-31', to: '2012-01-01', m3: 300, why: 'a day of each of two years' },
    { from: '2012-12-31', to: '2013-01-01', m3: null, why: 'a year without a plan' },
  ])('is $m3 m³ from $from to $to ($why)', ({ from, to, m3 }) => {
    const planned = planForPeriod(PLAN, from, to);

    expect(planned === null ? null : Math.round(planned)).toBe(m3);
  });
});

describe('days between', () => {
  it.each([
    { from: '2026-03-01', to: '2026-03-01', days: 1 },
    { from: '2026-02-28', to: '2026-03-01', days: 2 },
    { from: '2026-03-02', to: '2026-03-01', days: 0 },
  ])('$from and $to are $days', ({ from, to, days }) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
