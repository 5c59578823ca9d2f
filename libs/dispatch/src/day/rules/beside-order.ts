import type { DayOrder, OthersDischarge } from '@tongyun/solver';
import { type DayFacts, type FactOrder, secOf } from './day-facts.js';
import { isOneSpot } from './sites-of-orders.js';

/** Whether it is known when the trucks of all partners of an order's pour come; false where it has none. */
export function isPourKnown({ beside }: DayFacts, { id }: Pick<FactOrder, 'id'>): boolean {
  const partners = beside.orders.filter((one) => one.orderId === id && one.isOfPour);
  return partners.length > 0 && partners.every(({ isKnown }) => isKnown);
}

/**
 * Discharges of others at an order's site, and of the day before, in order of time. As long as it is not known when all partners
 * come, theirs only take places: the pauses between are left for them.
 *
 * @param places how many the site has for the order
 */
export function othersOf(
  facts: DayFacts,
  order: Pick<FactOrder, 'id' | 'siteId' | 'position' | 'placingMethod'>,
  places: number,
): Pick<DayOrder, 'others'> {
  const isKnown = isPourKnown(facts, order);
  const others = facts.beside.orders
    .filter(({ orderId }) => orderId === order.id)
    .flatMap(({ isOfPour, discharges }) =>
      discharges
        .filter(({ place }) => place < places)
        .map(({ place, from, to }): OthersDischarge => {
          return {
            place,
            dischargeFromSec: secOf(facts, from),
            dischargeToSec: secOf(facts, to),
            isOfPour: isOfPour && isKnown,
          };
        }),
    );
  const ofDayBefore = facts.before.discharges
    .filter((one) => isOneSpot({ ...one, placingMethod: 'chute' }, order) && one.place < places)
    .map(({ place, from, to }): OthersDischarge => {
      const [dischargeFromSec, dischargeToSec] = [secOf(facts, from), secOf(facts, to)];
      return { place, dischargeFromSec, dischargeToSec, isOfPour: false };
    });
  const all = [...others, ...ofDayBefore].toSorted(
    (one, other) => one.dischargeFromSec - other.dischargeFromSec,
  );
  return all.length === 0 ? {} : { others: all };
}
