import { z } from 'zod';

/**
 * What is ordered: concrete of a strength class, C10…C80 in steps of five, or wet mortar, M5…M30
 * (GB/T 25181); a longer mark may follow it.
 */
export const ORDER_GRADE = /^(?:C(?:[1-7][05]|80)|M(?:5|7\.5|10|15|20|25|30))(?:[ -].{0,60})?$/;
/** Whether a grade asks for wet mortar instead of concrete. */
export const isMortar = (grade: string): boolean => grade.startsWith('M');
export const orderGrade = z.string().regex(ORDER_GRADE);
