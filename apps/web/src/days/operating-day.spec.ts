import { dayAfter, nextDayComing, operatingDayAt } from './operating-day.js';

describe('the day whose orders are shown', () => {
  it.each([
    { at: '2026-03-05T19:59:00Z', day: '2026-03-05', why: '03:59 in Hangzhou: still last night' },
    { at: '2026-03-05T20:00:00Z', day: '2026-03-06', why: '04:00: a new day' },
  ])('is $day at $at ($why)', ({ at, day }) => {
    expect(operatingDayAt(new Date(at))).toBe(day);
  });

  it.each([
    { at: '2026-03-05T13:59:00Z', next: null, why: '21:59 in Hangzhou: it is far away' },
    { at: '2026-03-05T14:00:00Z', next: '2026-03-06', why: '22:00: six hours before' },
    { at: '2026-03-05T19:59:00Z', next: '2026-03-06', why: '03:59: it is about to begin' },
    { at: '2026-03-05T20:00:00Z', next: null, why: '04:00: it has begun' },
  ])('has $next before it at $at ($why)', ({ at, next }) => {
    expect(nextDayComing(new Date(at))).toBe(next);
  });

  it.each([
    { day: '2026-03-01', days: -1, next: '2026-02-28' },
    { day: '2026-12-31', days: 1, next: '2027-01-01' },
  ])('is $next, $days from $day', ({ day, days, next }) => {
    expect(dayAfter(day, days)).toBe(next);
  });
});
