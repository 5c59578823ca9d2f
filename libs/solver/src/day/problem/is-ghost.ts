import type { DayOrder, Priority } from './day-problem.js';

/** Waits for a call: planned for people to see, and promised to nobody. */
export const GHOST: Priority = 2;

/** Whether an order waits for a call. */
export const isGhost = ({ priority }: Pick<DayOrder, 'priority'>): boolean => priority === GHOST;
