import { at, daily, on } from '../../../test/support/permission-facts.js';
import { dayAfter, instantOfLocal, spansInHours } from './local-hours.js';

const monday = { from: at('00:00'), to: on('2026-11-24', '00:00') };
const shown = (spans: { from: Date; to: Date }[]) =>
  spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`);
const clockOf = (instant: Date) =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(8, 16);

describe('instantOfLocal', () => {
  it.each([
    { minute: 0, zone: 'Asia/Shanghai', utc: '2026-11-22T16:00:00.000Z' },
    { minute: 1_440, zone: 'Asia/Shanghai', utc: '2026-11-23T16:00:00.000Z' },
    { minute: 450, zone: 'UTC', utc: '2026-11-23T07:30:00.000Z' },
    { minute: 450, zone: 'America/New_York', utc: '2026-11-23T12:30:00.000Z' },
    { minute: 450, zone: 'Asia/Kathmandu', utc: '2026-11-23T01:45:00.000Z' },
  ])('reads minute $minute in $zone', ({ minute, zone, utc }) => {
    expect(instantOfLocal('2026-11-23', minute, zone).toISOString()).toBe(utc);
  });

  it.each([
    { day: '2026-03-08', utc: '2026-03-08T16:00:00.000Z', why: 'after the clocks went forward' },
    { day: '2026-11-01', utc: '2026-11-01T17:00:00.000Z', why: 'after they went back' },
  ])('knows noon in New York $why', ({ day, utc }) => {
    expect(instantOfLocal(day, 720, 'America/New_York').toISOString()).toBe(utc);
  });
});

describe('dayAfter', () => {
  it('crosses months and years', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('spansInHours', () => {
  it.each([
    { why: 'no hours: always', hours: [], spans: ['23T00:00–24T00:00'] },
    { why: 'by day', hours: [daily('07:00', '19:00')], spans: ['23T07:00–23T19:00'] },
    {
      why: 'across midnight, yesterday’s and today’s',
      hours: [daily('22:00', '05:00')],
      spans: ['23T00:00–23T05:00', '23T22:00–24T00:00'],
    },
    { why: 'round the clock', hours: [daily('07:00', '07:00')], spans: ['23T00:00–24T00:00'] },
    {
      why: 'touching spans are one',
      hours: [daily('07:00', '12:00'), daily('12:00', '13:00')],
      spans: ['23T07:00–23T13:00'],
    },
    {
      why: 'Sunday’s night reaches into Monday',
      hours: [{ weekdays: [7], fromMin: 1_320, toMin: 300 }],
      spans: ['23T00:00–23T05:00'],
    },
    { why: 'another weekday', hours: [{ ...daily('07:00', '19:00'), weekdays: [2] }], spans: [] },
    {
      why: 'from 24:00 on, a whole day',
      hours: [{ weekdays: [7], fromMin: 1_440, toMin: 1_440 }],
      spans: ['23T00:00–24T00:00'],
    },
  ])('$why', ({ hours, spans }) => {
    expect(shown(spansInHours(hours, monday, 'Asia/Shanghai'))).toEqual(spans);
  });

  it('ends a night that began two days before the window’s last hour', () => {
    const tuesday = { from: on('2026-11-24', '23:00'), to: on('2026-11-25', '01:00') };
    const fromMondayMidnight = [{ weekdays: [1], fromMin: 1_440, toMin: 1_440 }];

    expect(shown(spansInHours(fromMondayMidnight, tuesday, 'Asia/Shanghai'))).toEqual([
      '24T23:00–25T00:00',
    ]);
  });
});
