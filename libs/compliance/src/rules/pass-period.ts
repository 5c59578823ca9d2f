import { type Interval, localTimeOf, minutesBetween } from '@tongyun/kernel';
import { instantOfLocal } from '@tongyun/permission';

/** What is asked for: a local calendar month, `YYYY-MM`, or a validity of one's own. */
export type AskedPeriod =
  { readonly month: string } | { readonly validFrom: Date; readonly validTo: Date };

export interface PeriodLimits {
  /** Only whole calendar months are given. */
  readonly isMonthlyOnly: boolean;
  readonly longestDays: number;
}

export type PeriodFault = 'own_period' | 'too_long' | 'over';

const MIN_PER_DAY = 1_440;

/**
 * The instants that an asked period stands for, half-open. A month runs from its first local
 * midnight to that of the month after.
 *
 * @param timeZone IANA name in which the month is meant
 */
export function periodOf(asked: AskedPeriod, timeZone: string): Interval {
  if (!('month' in asked)) return { from: asked.validFrom, to: asked.validTo };
  const first = `${asked.month}-01`;
  const next = new Date(`${first}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return {
    from: instantOfLocal(first, 0, timeZone),
    to: instantOfLocal(next.toISOString().slice(0, 10), 0, timeZone),
  };
}

/**
 * What was asked for, read back from the instants that it stood for: a whole local month counts as
 * a month, whichever way it was stated.
 *
 * @param timeZone IANA name in which the month is meant
 */
export function askedAs({ from, to }: Interval, timeZone: string): AskedPeriod {
  const month = { month: localTimeOf(from, timeZone).on.slice(0, 'YYYY-MM'.length) };
  const whole = periodOf(month, timeZone);
  const isWhole = whole.from.getTime() === from.getTime() && whole.to.getTime() === to.getTime();
  return isWhole ? month : { validFrom: from, validTo: to };
}

/** Why a period cannot be applied for, or given; null when it can. One that is over is refused, not one begun. */
export function findPeriodFault(
  asked: AskedPeriod,
  { from, to }: Interval,
  { isMonthlyOnly, longestDays }: PeriodLimits,
  now: Date,
): PeriodFault | null {
  if (isMonthlyOnly && !('month' in asked)) return 'own_period';
  if (to <= now) return 'over';
  return minutesBetween(from, to) > longestDays * MIN_PER_DAY ? 'too_long' : null;
}
