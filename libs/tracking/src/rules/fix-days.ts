const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A clock may run ahead, and the program may be down at midnight. */
const DAYS_AHEAD = 3;

/** A UTC day whose fixes lie together: [from, to). */
export interface FixDay {
  readonly partition: string;
  readonly from: Date;
  readonly to: Date;
}

/** The UTC day that holds an instant. */
export function fixDayOf(at: Date): FixDay {
  const from = new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);
  const name = from.toISOString().slice(0, 10).replaceAll('-', '');
  return { partition: `fix_${name}`, from, to: new Date(from.getTime() + DAY_MS) };
}

/**
 * The days that need a place of their own: from the oldest that a late fix may be of to some days ahead.
 *
 * @param lateWithinHours how late a fix may come and still be judged
 */
export function findDaysNeeded(now: Date, lateWithinHours: number): FixDay[] {
  const first = fixDayOf(new Date(now.getTime() - lateWithinHours * HOUR_MS)).from.getTime();
  const last = now.getTime() + DAYS_AHEAD * DAY_MS;
  const count = Math.floor((last - first) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, nth) => fixDayOf(new Date(first + nth * DAY_MS)));
}

/** The partitions, by name, that hold nothing as young as `keepFrom`; other tables are never named. */
export const findPartitionsOver = (partitions: readonly string[], keepFrom: Date): string[] =>
  partitions.filter((name) => {
    const [, year, month, day] = /^fix_(\d{4})(\d\d)(\d\d)$/.exec(name) ?? [];
    return year !== undefined && fixDayOf(new Date(`${year}-${month}-${day}`)).to <= keepFrom;
  });
