import type { PlannedLoad } from '../problem/day-plan.js';

/** Whether a load has begun; one that people only hold where it is has not, and the rules bind it. */
export const isFact = ({ started, isHeld = false }: PlannedLoad): boolean => started && !isHeld;
