import { unservedM3, unservedPoints } from '../objectives/unserved.js';
import type { DayProblem } from '../problem/day-problem.js';

/** What a search has come to: its best plan so far. */
export interface SearchLook {
  readonly steps: number;
  readonly wantedM3: number;
  readonly servedM3: number;
  /** Points of the best plan, unserved volume included; it never grows. */
  readonly points: number;
  /** Of them: for volume that it leaves out. */
  readonly unservedPoints: number;
}

/**
 * What the best plan of a search serves of a day, in m³, and leaves out, in points.
 *
 * @param points of the whole plan; less is better
 * @param isServed whether it serves an order, by its place in the list
 */
export function lookAt(
  { orders, nowSec }: Pick<DayProblem, 'orders' | 'nowSec'>,
  steps: number,
  points: number,
  isServed: (order: number) => boolean,
): SearchLook {
  let [wantedM3, servedM3, unserved] = [0, 0, 0];
  orders.forEach((order, index) => {
    wantedM3 += order.volumeM3;
    servedM3 += order.volumeM3;
    if (isServed(index)) return;
    servedM3 -= unservedM3(order, nowSec);
    unserved += unservedPoints(order, nowSec);
  });
  return { steps, wantedM3, servedM3, points, unservedPoints: unserved };
}
