/** Hours of days, of what binds or permits at them. */
export interface WordedHours {
  /** ISO weekdays on which they begin, 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
  /** Days of the calendar on which they begin; left out: any. */
  readonly days?: 'any' | 'workdays' | 'days_off' | 'school_days' | undefined;
  /** Minutes since local midnight, [0, 1440]. */
  readonly fromMin: number;
  /** As `fromMin`; below it they run across midnight, equal to it they last 24 hours. */
  readonly toMin: number;
}

type Language = 'zh-CN' | 'en';

const WEEKDAYS: Record<Language, readonly string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const ALWAYS: Record<Language, string> = { 'zh-CN': '全天', en: 'at all hours' };
const DAILY: Record<Language, string> = { 'zh-CN': '每天', en: 'daily' };
const DAYS: Record<Language, Record<NonNullable<WordedHours['days']>, string>> = {
  'zh-CN': { any: '', workdays: '（工作日）', days_off: '（节假日）', school_days: '（上学日）' },
  en: { any: '', workdays: ' (workdays)', days_off: ' (days off)', school_days: ' (school days)' },
};
const TO: Record<Language, string> = { 'zh-CN': '至', en: '–' };
const BETWEEN: Record<Language, string> = { 'zh-CN': '；', en: '; ' };
const NEXT_DAY: Record<Language, string> = { 'zh-CN': '次日', en: 'next day ' };

/**
 * Hours in words, days and all: `周一至周五 22:00–次日06:00`. An empty list binds or permits at all hours.
 */
export function hoursInWords(hours: readonly WordedHours[], language: Language): string {
  if (hours.length === 0) return ALWAYS[language];
  return hours
    .map(({ weekdays, days = 'any', fromMin, toMin }) => {
      const until = `${toMin <= fromMin ? NEXT_DAY[language] : ''}${clockText(toMin)}`;
      const on = `${weekdaysInWords(weekdays, language)}${DAYS[language][days]}`;
      return `${on} ${clockText(fromMin)}–${until}`;
    })
    .join(BETWEEN[language]);
}

/** Monday first. */
export const weekdayNames = (language: Language): readonly string[] => WEEKDAYS[language];

/** Minutes since midnight as `07:30`; 1440 is 24:00. */
export const clockText = (minuteOfDay: number): string =>
  `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;

const twoDigits = (part: number): string => String(part).padStart(2, '0');

function weekdaysInWords(weekdays: readonly number[], language: Language): string {
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
