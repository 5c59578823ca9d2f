import { productOf } from '@tongyun/deliveries';

/**
 * Longest pause between two discharges of an order, seconds: before a cold joint forms in concrete;
 * Infinity for wet mortar, in which none does.
 *
 * @param gapMaxMin policy `plan.gap_max_min`
 */
export const longestGapSec = (grade: string, gapMaxMin: number): number =>
  productOf(grade) === 'wet_mortar' ? Infinity : gapMaxMin * 60;
