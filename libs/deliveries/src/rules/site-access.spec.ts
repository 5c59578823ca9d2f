import { findAccess, isOpenAt, type SiteAccess } from './site-access.js';

const ZONE = 'Asia/Shanghai';
const WEEK = [1, 2, 3, 4, 5, 6, 7];
/** 1 December 2026 is a Tuesday. */
const at = (day: number, clock: string) => new Date(`2026-12-0${day}T${clock}:00+08:00`);
const site = (change: Partial<SiteAccess> = {}): SiteAccess => ({
  accessHours: [
    { weekdays: WEEK, fromMin: 6 * 60, toMin: 12 * 60 },
    { weekdays: WEEK, fromMin: 14 * 60, toMin: 22 * 60 },
  ],
  accessExceptions: [],
  ...change,
});

describe('when a site takes concrete', () => {
  it.each([
    { clock: '05:59', is: false, why: 'a minute before it opens' },
    { clock: '06:00', is: true, why: 'as it opens' },
    { clock: '12:00', is: false, why: 'as it closes for noon' },
    { clock: '14:00', is: true, why: 'in its second span' },
    { clock: '22:00', is: false, why: 'as it closes for the night' },
  ])('is at $clock: $is ($why)', ({ clock, is }) => {
    expect(isOpenAt(site(), at(1, clock), ZONE)).toBe(is);
  });

  it('is at any time where nobody said otherwise', () => {
    expect(isOpenAt(site({ accessHours: [] }), at(1, '03:00'), ZONE)).toBe(true);
  });

  it('is on a day with hours of its own in those alone', () => {
    const spans = [{ fromMin: 9 * 60, toMin: 10 * 60 }];
    const exceptional = site({ accessExceptions: [{ on: '2026-12-02', spans }] });

    expect(findAccess(exceptional, { from: at(2, '00:00'), to: at(3, '07:00') }, ZONE)).toEqual([
      { from: at(2, '09:00'), to: at(2, '10:00') },
      { from: at(3, '06:00'), to: at(3, '07:00') },
    ]);
  });

  it('is never on a day on which it is closed, whatever the evening before ran into', () => {
    const byNight = site({
      accessHours: [{ weekdays: WEEK, fromMin: 22 * 60, toMin: 6 * 60 }],
      accessExceptions: [{ on: '2026-12-02', spans: [] }],
    });

    expect(findAccess(byNight, { from: at(1, '12:00'), to: at(3, '12:00') }, ZONE)).toEqual([
      { from: at(1, '22:00'), to: at(2, '00:00') },
      { from: at(3, '00:00'), to: at(3, '06:00') },
    ]);
  });
});
