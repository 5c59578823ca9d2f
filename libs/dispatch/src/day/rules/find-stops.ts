import type { ContentEvent } from './plan-content.js';

/** A site that was said to take nothing for a while. */
export interface Stop {
  readonly orderId: string;
  /** When it goes on, ISO 8601. */
  readonly until: string;
}

/**
 * The stops at sites, in the order in which they were said. Each lasts as long as was said last: when it began,
 * or while it lasted yet, that it is over.
 */
export const findStops = (events: readonly ContentEvent[]): Stop[] =>
  events.flatMap((event, index) => {
    if (event.kind !== 'site_not_ready' && event.kind !== 'rain_stop') return [];
    const { orderId, at } = event;
    let { until } = event;
    for (const later of events.slice(index + 1)) {
      const isOver = later.kind === 'stop_over' && later.orderId === orderId && until > later.at;
      if (isOver) until = later.from > at ? later.from : at;
    }
    return [{ orderId, until }];
  });

/** Whether an order's site is said to take nothing at an instant. */
export const isStopped = (events: readonly ContentEvent[], orderId: string, at: Date): boolean =>
  findStops(events).some((stop) => stop.orderId === orderId && new Date(stop.until) > at);
