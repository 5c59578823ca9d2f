import { distanceM } from '@tongyun/geo';
import type { Jam } from '@tongyun/solver';
import { type DayFacts, secOf } from './day-facts.js';
import type { ContentEvent, TrafficEvent } from './plan-content.js';

type Where = Pick<DayFacts, 'plants' | 'orders'>;

/**
 * The jams of a day as the planner takes them: places are its plants, then its orders' sites. One of a
 * site and a plant slows the ways between the two; one of either slows all ways to and from it, and to
 * and from what else lies within `withinM` of it.
 */
export function findJams(
  facts: Pick<DayFacts, 'day' | 'plants' | 'orders'>,
  events: readonly ContentEvent[],
): Jam[] {
  return events.flatMap((event) => {
    if (event.kind !== 'traffic') return [];
    const places = placesOf(facts, event);
    if (places.length === 0) return [];
    return [
      {
        fromSec: secOf(facts, event.from ?? event.at),
        toSec: secOf(facts, event.until),
        places,
        isBetween: isBetween(event),
        factor: event.factor,
      },
    ];
  });
}

/** Whether only the ways between a plant and a site are slow. */
const isBetween = ({ orderId, plantId }: TrafficEvent): boolean =>
  orderId !== undefined && plantId !== undefined;

function placesOf({ plants, orders }: Where, event: TrafficEvent): number[] {
  const rows = [...plants, ...orders];
  const named = rows.flatMap(({ id }, place) =>
    id === event.orderId || id === event.plantId ? [place] : [],
  );
  const { withinM } = event;
  if (isBetween(event)) return named.length === 2 ? named : [];
  if (withinM === undefined) return named;
  return rows.flatMap(({ position }, place) =>
    named.some((one) => distanceM(position, rows[one]!.position) <= withinM) ? [place] : [],
  );
}
