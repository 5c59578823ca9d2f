import type { Span } from '../problem/day-problem.js';
import type { TripRule } from './trip-try.js';

/** A truck is inside a zone only while its pass allows it, from going in to coming out. */
export const passHours: TripRule = {
  code: 'pass_hours',
  forbids({ order, truck, arriveSec, leaveSec }, { problem }) {
    const { zone, zoneSec } = problem.orders[order]!;
    return (
      zone >= 0 &&
      !holds(problem.trucks[truck]!.zoneSpans[zone]!, arriveSec - zoneSec, leaveSec + zoneSec)
    );
  },
};

/** Whether one of the spans holds all the time from `fromSec` to `toSec`. */
export function holds(spans: readonly Span[], fromSec: number, toSec: number): boolean {
  for (const span of spans) if (span.fromSec <= fromSec && toSec <= span.toSec) return true;
  return false;
}
