import type { ContentEvent } from './plan-content.js';

/** A truck, pump or line that was said to be down. */
export interface Outage {
  readonly event: DownEvent;
  /** Of the vehicle or line. */
  readonly itemId: string;
  /** From when it works again, ISO 8601; null: nobody said. */
  readonly until: string | null;
}

type DownEvent = Extract<ContentEvent, { kind: 'truck_down' | 'pump_down' | 'line_down' }>;
type UpEvent = Extract<ContentEvent, { kind: 'truck_up' | 'pump_up' | 'line_up' }>;

/**
 * What was said to be down, in the order in which it was said. Each lasts until the time that was said
 * last: when it broke down, or while it was down yet, that it works again.
 */
export const findOutages = (events: readonly ContentEvent[]): Outage[] =>
  events.flatMap((event, index) => {
    if (!isDown(event)) return [];
    const itemId = itemOf(event);
    const ups = events
      .slice(index + 1)
      .filter((later) => isUp(later))
      .filter((up) => itemOf(up) === itemId);
    return [{ event, itemId, until: endOf(event, ups) }];
  });

function endOf({ at, until: said }: DownEvent, ups: readonly UpEvent[]): string | null {
  let until = said;
  for (const up of ups) {
    const isOver = until !== null && until <= up.at;
    if (!isOver) until = up.from > at ? up.from : at;
  }
  return until;
}

const isDown = (event: ContentEvent): event is DownEvent =>
  event.kind === 'truck_down' || event.kind === 'pump_down' || event.kind === 'line_down';

const isUp = (event: ContentEvent): event is UpEvent =>
  event.kind === 'truck_up' || event.kind === 'pump_up' || event.kind === 'line_up';

const itemOf = (event: DownEvent | UpEvent): string =>
  'lineId' in event ? event.lineId : event.vehicleId;
