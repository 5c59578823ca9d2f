import { type DayOrderRow, productOf } from '@tongyun/deliveries';

/**
 * Longest pause between two discharges of an order, seconds: before a cold joint forms in concrete;
 * Infinity for wet mortar, in which none does.
 *
 * @param order `gapMaxMin`: its own limit, minutes; null: it states none
 * @param usualMin policy `plan.gap_max_min`, for an order without one
 */
export const longestGapSec = (
  { grade, gapMaxMin }: Pick<DayOrderRow, 'grade' | 'gapMaxMin'>,
  usualMin: number,
): number => (productOf(grade) === 'wet_mortar' ? Infinity : (gapMaxMin ?? usualMin) * 60);
