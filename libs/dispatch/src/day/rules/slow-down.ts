import {
  type DayOrder,
  type DayProblem,
  type Span,
  type TravelTable,
  travelSec,
} from '@tongyun/solver';
import { type DayFacts, secOf } from './day-facts.js';
import type { ContentEvent } from './plan-content.js';

/**
 * Travel to and from sites that are in a jam.
 *
 * The planner knows one factor a site for all hours, so a jam is rounded to whole pours: one that has
 * trucks on the road within it, by the pace that it wants, is driven to more slowly as long as the jam
 * is to come or lasts; one that is over before it, or begins after it, as ever.
 */
export function slowDown(
  { travel, orders, plants, nowSec }: Pick<DayProblem, 'travel' | 'orders' | 'plants' | 'nowSec'>,
  facts: Pick<DayFacts, 'day'>,
  events: readonly ContentEvent[],
): TravelTable {
  const placeFactor = Float32Array.from(travel.placeFactor);
  for (const event of events) {
    if (event.kind !== 'traffic') continue;
    const order = orders.find(({ id }) => id === event.orderId);
    if (!order) continue;
    const ways = order.sources.map(({ plant }) => {
      const { place } = plants[plant]!;
      return travelSec(travel, place, order.place, order.firstFromSec) * event.factor;
    });
    const onTheRoad = roadSpan(order, Math.max(0, ...ways), nowSec);
    const [fromSec, toSec] = [secOf(facts, event.from ?? event.at), secOf(facts, event.until)];
    const meets = onTheRoad.fromSec < toSec && fromSec < onTheRoad.toSec;
    if (meets) placeFactor[order.place]! *= event.factor;
  }
  return { ...travel, placeFactor };
}

/** From when the first truck that is still to come sets out until the last is back. */
function roadSpan(order: DayOrder, waySec: number, nowSec: number): Span {
  const begunM3 = order.started.reduce((sum, { m3, refusedM3 }) => sum + m3 - refusedM3, 0);
  const leftM3 = Math.max(0, order.volumeM3 - begunM3);
  const firstSec = order.started.length > 0 ? nowSec : order.firstFromSec;
  const pourSec = (leftM3 * order.dischargeSecPerM3) / order.places;
  return {
    fromSec: Math.max(nowSec, firstSec - waySec),
    toSec: Math.max(nowSec, firstSec) + pourSec + waySec,
  };
}
