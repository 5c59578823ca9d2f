import type { DayOrder, OthersDischarge } from '@tongyun/solver';
import { type DayFacts, type FactOrder, secOf } from './day-facts.js';

/** Whether it is known when the trucks of all partners of an order's pour come; false where it has none. */
export function isPourKnown({ beside }: DayFacts, { id }: Pick<FactOrder, 'id'>): boolean {
  const partners = beside.orders.filter((one) => one.orderId === id && one.isOfPour);
  return partners.length > 0 && partners.every(({ isKnown }) => isKnown);
}

/**
 * Discharges of others at an order's site, in order of time. As long as it is not known when all partners
 * come, theirs only take places: the pauses between are left for them.
 *
 * @param places how many the site has for the order
 */
export function othersOf(
  facts: DayFacts,
  order: Pick<FactOrder, 'id'>,
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
    )
    .toSorted((one, other) => one.dischargeFromSec - other.dischargeFromSec);
  return others.length === 0 ? {} : { others };
}
