import { localTimeOf, operatingDayOf } from './local-time.js';

const SHANGHAI = 'Asia/Shanghai';

describe('localTimeOf', () => {
  it.each([
    { at: '2026-11-22T15:59:59Z', on: '2026-11-22', minuteOfDay: 1439, weekday: 7, why: 'Sunday' },
    { at: '2026-11-22T16:00:00Z', on: '2026-11-23', minuteOfDay: 0, weekday: 1, why: 'midnight' },
    { at: '2026-02-28T16:30:00Z', on: '2026-03-01', minuteOfDay: 30, weekday: 7, why: 'new month' },
  ])('reads $at as $on, minute $minuteOfDay ($why)', ({ at, on, minuteOfDay, weekday }) => {
    expect(localTimeOf(new Date(at), SHANGHAI)).toEqual({ on, minuteOfDay, weekday });
  });

  it('refuses a zone that does not exist', () => {
    expect(() => localTimeOf(new Date(), 'Asia/Hangzhouu')).toThrow(RangeError);
  });
});

describe('operatingDayOf', () => {
  it.each([
    { at: '2026-11-22T19:59:00Z', on: '2026-11-22', why: 'a pour at 03:59 is last night’s' },
    { at: '2026-11-22T20:00:00Z', on: '2026-11-23', why: '04:00 opens the day' },
  ])('puts $at on $on ($why)', ({ at, on }) => {
    expect(operatingDayOf(new Date(at), 4, SHANGHAI)).toBe(on);
  });
});
