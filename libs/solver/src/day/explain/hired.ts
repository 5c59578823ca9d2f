import type { DayProblem } from '../problem/day-problem.js';

/** What is hired has a pass for every zone and hour. */
export const ALL_DAY = [{ fromSec: -Infinity, toSec: Infinity }];

/** Those that may bring an order. */
export const enterprisesOf = ({ orders, plants }: DayProblem, order: number): number[] => [
  ...new Set(orders[order]!.sources.map(({ plant }) => plants[plant]!.enterprise)),
];

/** The one of the greatest size; null: there is none. */
export function largest<Vehicle>(
  vehicles: readonly Vehicle[],
  sizeOf: (vehicle: Vehicle) => number,
): Vehicle | null {
  return vehicles.reduce<Vehicle | null>(
    (best, one) => (best === null || sizeOf(one) > sizeOf(best) ? one : best),
    null,
  );
}
