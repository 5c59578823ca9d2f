export type DayValidity = 'valid' | 'expiring' | 'expired';

/** From when to when it is warned of what runs out; local calendar days, `YYYY-MM-DD`. */
export interface WarnedDays {
  readonly today: string;
  /** The last day on which something may end and be warned of today. */
  readonly untilOn: string;
}

/**
 * Computes how a training or a paper stands that counts up to a day: like a pass, it is `expiring`
 * for some days before its end. What names no last day is nothing of this.
 *
 * @param lastOn the last local calendar day on which it counts, `YYYY-MM-DD`; null: it names none
 */
export function computeDayValidity(lastOn: string, days: WarnedDays): DayValidity;
export function computeDayValidity(lastOn: string | null, days: WarnedDays): DayValidity | null;
export function computeDayValidity(
  lastOn: string | null,
  { today, untilOn }: WarnedDays,
): DayValidity | null {
  if (lastOn === null) return null;
  if (lastOn < today) return 'expired';
  return lastOn <= untilOn ? 'expiring' : 'valid';
}
