import { dayAfter, operatingDayAt } from './operating-day.js';

describe('the day whose orders are shown', () => {
  it.each([
    { at: '2026-03-05T19:59:00Z', day: '2026-03-05', why: '03:59 in Hangzhou: still last night' },
    { at: '2026-03-05T20:00:00Z', day: '2026-03-06', why: '04:00: a new day' },
  ])('is $day at $at ($why)', ({ at, day }) => {
    expect(operatingDayAt(new Date(at))).toBe(day);
  });

  it.each([
    { day: '2026-03-01', days: -1, next: '2026-02-28' },
    { day: '2026-12-31', days: 1, next: '2027-01-01' },
  ])('is $next, $days from $day', ({ day, days, next }) => {
    expect(dayAfter(day, days)).toBe(next);
  });
});
