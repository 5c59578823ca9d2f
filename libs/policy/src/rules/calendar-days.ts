import { z } from 'zod';

const days = z.array(z.iso.date()).max(400);

/** What the state's and the schools' calendars change about weekdays. */
export const calendarDays = z.strictObject({
  daysOff: days,
  workdays: days,
  schoolHolidays: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).max(50),
});

/** The year's notice of the State Council on holidays; schools' are a city's own, so none ship. */
export const SHIPPED_CALENDAR_DAYS: z.infer<typeof calendarDays> = {
  daysOff: [
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-02-23',
    '2026-04-06',
    '2026-05-01',
    '2026-05-04',
    '2026-05-05',
    '2026-06-19',
    '2026-09-25',
    '2026-10-01',
    '2026-10-02',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  schoolHolidays: [],
};
