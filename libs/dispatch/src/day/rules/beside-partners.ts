import type { DayFacts, FactBeside } from './day-facts.js';
import type { ContentLoad } from './plan-content.js';

/** A partner's plan, and the order by which it brings its share of the pour. */
export interface PartnersLoads {
  readonly orderId: string;
  readonly loads: readonly ContentLoad[];
}

/** A day in which an order is brought by nobody else: those who bring it too are planned with it. */
export function withoutPartners(facts: DayFacts, orderId: string): DayFacts {
  return {
    ...facts,
    orders: facts.orders.map((order) =>
      order.id === orderId ? { ...order, jointTotalM3: order.plannedM3 } : order,
    ),
    beside: { ...facts.beside, orders: facts.beside.orders.filter((one) => !isOf(orderId, one)) },
  };
}

/** A day beside the loads that partners bring of an order's pour by new plans of theirs. */
export function withPartners(
  facts: DayFacts,
  orderId: string,
  partners: readonly PartnersLoads[],
): DayFacts {
  const orders = facts.beside.orders.map((one) => {
    const theirs = partners.find((partner) => partner.orderId === one.otherOrderId);
    if (!isOf(orderId, one) || theirs === undefined) return one;
    const discharges = theirs.loads
      .filter((load) => load.orderId === theirs.orderId)
      .map(({ place, dischargeFromAt, dischargeToAt }) => {
        return { place, from: new Date(dischargeFromAt), to: new Date(dischargeToAt) };
      });
    return { ...one, isKnown: true, discharges };
  });
  return { ...facts, beside: { ...facts.beside, orders } };
}

const isOf = (orderId: string, one: FactBeside): boolean => one.isOfPour && one.orderId === orderId;
