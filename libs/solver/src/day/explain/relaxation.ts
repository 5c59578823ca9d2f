import type { DayPlan } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';

/** Which rule gives way, and by how much. Things are named by their place in the problem's lists. */
export type Way =
  | { readonly kind: 'later'; readonly minutes: number }
  /** Of a pour under way: a pause between two discharges is so many minutes longer than its concrete allows. */
  | { readonly kind: 'longer_pause'; readonly minutes: number }
  /** The site takes concrete before it opens, or after it closes, by so many minutes. */
  | { readonly kind: 'site_hours'; readonly beforeMin: number; readonly afterMin: number }
  | { readonly kind: 'other_plant'; readonly plant: number }
  | { readonly kind: 'hired_trucks'; readonly count: number }
  | { readonly kind: 'hired_pump' }
  /** Others come to these pumps for their operators, whose duty ends. */
  | { readonly kind: 'relief_operator'; readonly pumps: readonly number[] }
  /** Of a pour under way: another pump takes over from one that cannot stay. */
  | { readonly kind: 'other_pump'; readonly pumps: readonly number[] }
  | {
      readonly kind: 'override';
      readonly trucks: readonly number[];
      readonly pumps: readonly number[];
    };

/** Points for using a way, beside what it does to the goals. */
export interface WayPrices {
  readonly laterPerMin: number;
  readonly otherPlant: number;
  readonly hiredTruck: number;
  readonly hiredPump: number;
  readonly override: number;
  readonly reliefOperator: number;
  readonly otherPump: number;
}

export interface Relaxing {
  readonly prices: WayPrices;
  /** Trucks and pumps that nothing forbids but what somebody may lawfully override. */
  readonly overridableTrucks: readonly number[];
  readonly overridablePumps: readonly number[];
  /** How many operators have nothing else to do. */
  readonly freeOperators: number;
}

/** A copy of the day with a rule relaxed. */
export interface Relaxation {
  readonly relaxed: DayProblem;
  /** @returns null where it is not to be had as it was used */
  readonly wayOf: (served: DayPlan) => Way | null;
  readonly price: number;
}

/** A copy of the day in which an order is another one. */
export const withOrder = (
  problem: DayProblem,
  order: number,
  given: Partial<DayProblem['orders'][number]>,
): DayProblem => ({
  ...problem,
  orders: problem.orders.map((one, index) => (index === order ? { ...one, ...given } : one)),
});
