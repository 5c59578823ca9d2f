/** Days that hours may be for, beside their weekdays. */
export type DayClass = 'any' | 'workdays' | 'days_off' | 'school_days';

/** What the state's and the schools' calendars change about weekdays; days are `YYYY-MM-DD`. */
export interface DayCalendar {
  /** Weekdays on which nobody works. */
  readonly daysOff: readonly string[];
  /** Weekend days that are worked instead (调休). */
  readonly workdays: readonly string[];
  /** First and last day of each holiday of the schools. */
  readonly schoolHolidays: readonly { readonly from: string; readonly to: string }[];
}

/** Where no calendar is known: Monday to Friday are worked, and school is on each of them. */
export const PLAIN_CALENDAR: DayCalendar = { daysOff: [], workdays: [], schoolHolidays: [] };

/**
 * Whether a calendar day is of a class: worked are Monday to Friday and the weekend days that make
 * up for a holiday; school is on every day that is worked outside of its holidays.
 *
 * @param on `YYYY-MM-DD`, a day of the calendar's own time zone
 */
export function isDayOf(on: string, dayClass: DayClass, calendar: DayCalendar): boolean {
  switch (dayClass) {
    case 'any':
      return true;
    case 'workdays':
      return isWorkday(on, calendar);
    case 'days_off':
      return !isWorkday(on, calendar);
    case 'school_days':
      return (
        isWorkday(on, calendar) &&
        !calendar.schoolHolidays.some(({ from, to }) => from <= on && on <= to)
      );
  }
}

function isWorkday(on: string, { daysOff, workdays }: DayCalendar): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  return isWeekend ? workdays.includes(on) : !daysOff.includes(on);
}
