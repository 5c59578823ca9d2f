import type { DayFault } from './day-fault.js';

/**
 * The faults of a changed plan that the plan did not have before, in their order: what the day has done to
 * the rest of it is not the change's. One that was there once is forgiven once.
 *
 * @param before what `checkDayPlan` finds in the plan as it was, at the same time of the day
 * @param after what it finds in the changed plan
 */
export function findNewFaults(before: readonly DayFault[], after: readonly DayFault[]): DayFault[] {
  const left = new Map<string, number>();
  for (const fault of before) left.set(nameOf(fault), (left.get(nameOf(fault)) ?? 0) + 1);
  return after.filter((fault) => {
    const known = left.get(nameOf(fault)) ?? 0;
    left.set(nameOf(fault), known - 1);
    return known <= 0;
  });
}

const nameOf = ({ code, order, detail }: DayFault): string => `${code} ${order} ${detail}`;
