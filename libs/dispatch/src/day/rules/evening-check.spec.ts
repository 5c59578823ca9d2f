import { isEveningCheckDue } from './evening-check.js';

const hours = { checkHour: 20, startHour: 4 };

describe('isEveningCheckDue', () => {
  it.each([
    { now: '2026-11-23T11:59:00Z', is: false, why: 'a minute to eight' },
    { now: '2026-11-23T12:00:00Z', is: true, why: 'eight in the evening in Hangzhou' },
    { now: '2026-11-23T19:59:00Z', is: true, why: 'nobody ran at eight; the day has not begun' },
    { now: '2026-11-23T20:00:00Z', is: false, why: 'the operating day has begun' },
  ])('is $is at $now: $why', ({ now, is }) => {
    expect(isEveningCheckDue('2026-11-24', new Date(now), hours, 'Asia/Shanghai')).toBe(is);
  });
});
