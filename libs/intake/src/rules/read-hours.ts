/** Hours of a pass as the API takes them. */
export interface PassHours {
  weekdays: number[];
  fromMin: number;
  toMin: number;
}

const SPAN = /^(?:([1-7])(?:-([1-7]))? )?(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/u;
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/**
 * Reads hours as people write them: `09:00-16:00`, or `1-5 09:00-16:00` for Monday to Friday;
 * several are parted by commas or semicolons. An end before the start runs across midnight.
 *
 * @returns null when it is not to be read
 */
export function readHours(text: string): PassHours[] | null {
  const spans = text
    .normalize('NFKC')
    .split(/[,;、]/u)
    .map((span) => span.trim().replaceAll(/\s+/gu, ' '))
    .filter((span) => span !== '')
    .map(readSpan);
  return spans.every((span) => span !== null) ? spans : null;
}

function readSpan(span: string): PassHours | null {
  const [, first, last, fromHour, fromMinute, toHour, toMinute] = SPAN.exec(span) ?? [];
  if (fromHour === undefined) return null;
  const weekdays = first === undefined ? WEEK : weekdaysFrom(Number(first), Number(last ?? first));
  const fromMin = Number(fromHour) * 60 + Number(fromMinute);
  const toMin = Number(toHour) * 60 + Number(toMinute);
  const isClock = Number(fromMinute) < 60 && Number(toMinute) < 60;
  return isClock && fromMin < 1_440 && toMin <= 1_440 ? { weekdays, fromMin, toMin } : null;
}

const weekdaysFrom = (first: number, last: number): number[] =>
  WEEK.filter((weekday) =>
    first <= last ? weekday >= first && weekday <= last : weekday >= first || weekday <= last,
  );
