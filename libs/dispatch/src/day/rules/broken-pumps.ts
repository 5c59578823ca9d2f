import type { DayPumpJobRow } from '@tongyun/deliveries';
import type { DayOrder } from '@tongyun/solver';
import { hasLeft } from './begun.js';
import { breakOff, lastBegunSec } from './break-off.js';
import { type DayFacts, secOf } from './day-facts.js';
import { isBrokenDown } from './is-broken-down.js';
import type { ContentEvent } from './plan-content.js';

type Job = Pick<DayPumpJobRow, 'orderId' | 'vehicleId' | 'state' | 'startsAt'>;

/**
 * Whether another pump is to take over from one that had set out: it is down, and had not done its work and left
 * before it broke down.
 */
export const isTakenOver = (
  events: readonly ContentEvent[],
  { orderId, vehicleId, state }: Pick<Job, 'orderId' | 'vehicleId' | 'state'>,
  now: Date,
): boolean =>
  isBrokenDown(events, vehicleId, now) &&
  (state !== 'left' ||
    events.some(
      (event) =>
        event.kind === 'pump_down' && event.vehicleId === vehicleId && event.atOrderId === orderId,
    ));

/** The order that a pump is on its way to or stands at; undefined: none of the day's. */
export const findOrderOfPump = (
  { pumpJobs, now }: { readonly pumpJobs: readonly Job[]; readonly now: Date },
  vehicleId: string,
): string | undefined =>
  pumpJobs.find((job) => job.vehicleId === vehicleId && job.state !== 'left' && hasLeft(job, now))
    ?.orderId;

/**
 * A pour whose pump broke down breaks off there. Until as many pumps as it needs are on their way or
 * there again nothing that has come can be discharged, and the pause lasts until what comes after.
 */
export function afterBrokenPump(
  facts: Pick<DayFacts, 'day'>,
  order: DayOrder,
  events: readonly ContentEvent[],
): DayOrder {
  const brokeSecs = events.flatMap((event) =>
    event.kind === 'pump_down' && event.atOrderId === order.id ? [secOf(facts, event.at)] : [],
  );
  if (brokeSecs.length === 0) return order;
  const lacksSome = order.startedPumps.length < order.pumps;
  return breakOff(order, Math.max(...brokeSecs, lacksSome ? lastBegunSec(order) : -Infinity));
}
