import * as fc from 'fast-check';
import { on as instant } from '../../../test/support/permission-facts.js';
import { type DayCalendar, isDayOf, PLAIN_CALENDAR } from './day-calendar.js';
import { spansInHours } from './local-hours.js';

/** National Day 2026: off from 1 to 7 October, made up for on Sunday 20 September. */
const CALENDAR: DayCalendar = {
  daysOff: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-09-20', '2026-10-10'],
  schoolHolidays: [{ from: '2026-07-04', to: '2026-08-31' }],
};

describe('isDayOf', () => {
  it.each([
    { on: '2026-09-18', is: ['workdays', 'school_days'], why: 'a Friday' },
    { on: '2026-09-19', is: ['days_off'], why: 'a Saturday' },
    { on: '2026-09-20', is: ['workdays', 'school_days'], why: 'a Sunday that is worked (调休)' },
    { on: '2026-10-01', is: ['days_off'], why: 'a Thursday off' },
    { on: '2026-10-03', is: ['days_off'], why: 'a Saturday in the holidays' },
    { on: '2026-10-10', is: ['workdays', 'school_days'], why: 'a Saturday that is worked' },
    { on: '2026-07-06', is: ['workdays'], why: 'worked, and no school' },
    { on: '2026-08-31', is: ['workdays'], why: 'the last day without school' },
    { on: '2026-09-01', is: ['workdays', 'school_days'], why: 'the first day of school' },
  ])('takes $on for $is: $why', ({ on, is }) => {
    const classes = (['workdays', 'days_off', 'school_days'] as const).filter((dayClass) =>
      isDayOf(on, dayClass, CALENDAR),
    );

    expect(classes).toEqual(is);
  });

  it('takes every day for just one of worked and off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 730 }), (days) => {
        const on = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
        for (const calendar of [CALENDAR, PLAIN_CALENDAR]) {
          expect(isDayOf(on, 'workdays', calendar)).not.toBe(isDayOf(on, 'days_off', calendar));
          const isSchoolOnDayOff =
            isDayOf(on, 'school_days', calendar) && isDayOf(on, 'days_off', calendar);
          expect(isSchoolOnDayOff).toBe(false);
        }
      }),
    );
  });
});

describe('spansInHours, by a calendar', () => {
  const rush = {
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    fromMin: 420,
    toMin: 540,
    days: 'workdays',
  } as const;
  const spansOn = (day: string, calendar?: DayCalendar) => {
    const window = { from: instant(day, '00:00'), to: instant(day, '24:00') };
    return spansInHours([rush], window, 'Asia/Shanghai', calendar).length;
  };

  it.each([
    { day: '2026-09-20', spans: 1, why: 'a Sunday that is worked' },
    { day: '2026-10-01', spans: 0, why: 'a Thursday off' },
    { day: '2026-09-19', spans: 0, why: 'a Saturday' },
    { day: '2026-09-18', spans: 1, why: 'a Friday' },
  ])('binds $spans times on $day: $why', ({ day, spans }) => {
    expect(spansOn(day, CALENDAR)).toBe(spans);
  });

  it('goes by weekdays where no calendar is known', () => {
    expect([spansOn('2026-09-20'), spansOn('2026-10-01')]).toEqual([0, 1]);
  });

  it('counts a night with the day it began on', () => {
    const night = { ...rush, fromMin: 1_320, toMin: 300 };
    const window = { from: instant('2026-10-01', '00:00'), to: instant('2026-10-02', '00:00') };

    const spans = spansInHours([night], window, 'Asia/Shanghai', CALENDAR);

    expect(spans).toEqual([{ from: window.from, to: instant('2026-10-01', '05:00') }]);
  });
});
