import type { DailyHours } from '@tongyun/contracts';
import type { Language } from './language.js';

const WEEKDAYS: Record<Language, readonly string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const ALWAYS: Record<Language, string> = { 'zh-CN': '全天', en: 'at all hours' };
const DAILY: Record<Language, string> = { 'zh-CN': '每天', en: 'daily' };
const DAYS: Record<Language, Record<NonNullable<DailyHours['days']>, string>> = {
  'zh-CN': { any: '', workdays: '（工作日）', days_off: '（节假日）', school_days: '（上学日）' },
  en: { any: '', workdays: ' (workdays)', days_off: ' (days off)', school_days: ' (school days)' },
};
const TO: Record<Language, string> = { 'zh-CN': '至', en: '–' };
const BETWEEN: Record<Language, string> = { 'zh-CN': '；', en: '; ' };
const NEXT_DAY: Record<Language, string> = { 'zh-CN': '次日', en: 'next day ' };

/** `周一至周五 22:00–次日06:00`; an empty list binds or permits at all hours. */
export function formatHours(hours: readonly DailyHours[], language: Language): string {
  if (hours.length === 0) return ALWAYS[language];
  return hours
    .map(({ weekdays, days = 'any', fromMin, toMin }) => {
      const until = `${toMin < fromMin ? NEXT_DAY[language] : ''}${formatMinute(toMin)}`;
      const on = `${formatWeekdays(weekdays, language)}${DAYS[language][days]}`;
      return `${on} ${formatMinute(fromMin)}–${until}`;
    })
    .join(BETWEEN[language]);
}

/** Monday first. */
export const weekdayNames = (language: Language): readonly string[] => WEEKDAYS[language];

/** Minutes since midnight as `HH:MM`; 1440 is 24:00. */
export const formatMinute = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Minutes since midnight of a `HH:MM`. */
export function minuteOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

function formatWeekdays(weekdays: readonly number[], language: Language): string {
  const days = [...new Set(weekdays)].toSorted((left, right) => left - right);
  if (days.length === 7) return DAILY[language];
  const name = (weekday: number) => WEEKDAYS[language][weekday - 1] ?? '';
  return runsOf(days)
    .map(([first, last]) =>
      first === last ? name(first) : `${name(first)}${TO[language]}${name(last)}`,
    )
    .join(language === 'en' ? ', ' : '、');
}

/** First and last of each run of days that follow each other. */
function runsOf(days: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
