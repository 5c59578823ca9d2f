import { unservedPoints } from '../objectives/unserved.js';
import type { DayProblem } from '../problem/day-problem.js';

/** What a try in vain adds to an order's urgency; 0.1 to 1 were about as good on the city's day. */
const PER_TRY = 0.3;

/**
 * How hard each order has proved to place: what the search takes it to be worth beyond its volume, so
 * that in time it may push out others of about its size, which then look for another place in turn.
 * Without it no exchange that serves a little less is ever taken, and the search sticks.
 *
 * Source: the penalty counters of guided ejection search, Nagata and Bräysy, "A powerful route
 * minimization heuristic for the vehicle routing problem with time windows", Operations Research
 * Letters 37 (2009).
 */
export class Urgency {
  private readonly shares: Float64Array;

  constructor(private readonly problem: DayProblem) {
    this.shares = new Float64Array(problem.orders.length);
  }

  /** Notes that an order was tried in vain. */
  triedInVain(order: number): void {
    this.shares[order]! += PER_TRY;
  }

  /** Points beyond those of the plan for leaving an order unserved, ≥ 0. */
  ofUnserved(order: number): number {
    return this.shares[order]! * unservedPoints(this.problem.orders[order]!, this.problem.nowSec);
  }
}
