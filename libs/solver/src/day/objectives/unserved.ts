import type { DayOrder } from '../problem/day-problem.js';
import { keptM3 } from '../problem/kept-m3.js';
import { loadsWithoutPump } from '../problem/without-pump.js';

/** Points for a cubic metre that nobody brings, by priority: far above what any delay of it can cost. */
const PER_M3 = [1e7, 1e5, 2e3] as const;

/** Less than this is within what measuring a drum can tell. */
export const BUCKET_M3 = 0.01;

/** Points for leaving unserved what is not yet delivered of an order, what waits for a pump among it. */
export const unservedPoints = (order: DayOrder, nowSec: number): number =>
  PER_M3[order.priority] * unservedM3(order, nowSec);

/** What is left to be planned of an order, m³: what is yet to be brought, and what comes and finds no pump. */
export function unservedM3(order: DayOrder, nowSec: number): number {
  let m3 = remainingM3(order);
  for (const load of loadsWithoutPump(order, nowSec)) m3 += load.m3;
  return m3;
}

/** What started loads do not bring of an order, m³; 0 for less than a bucket of it. */
export function remainingM3({ volumeM3, started }: DayOrder): number {
  let m3 = volumeM3;
  for (const load of started) m3 -= keptM3(load);
  return m3 > BUCKET_M3 ? m3 : 0;
}
