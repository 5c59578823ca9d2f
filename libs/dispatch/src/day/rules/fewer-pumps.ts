import type { DayOrder } from '@tongyun/solver';
import type { DayFacts } from './day-facts.js';
import type { ContentEvent, PlanContent } from './plan-content.js';

type FewerPumps = Extract<ContentEvent, { kind: 'pumps_fewer' }>;

/**
 * That pours go on with fewer pumps than they need: those whose pumps broke down, and for which not as many
 * others are to be had. A pour that has partners or neighbours at its places does not, for they count on them.
 *
 * @param solved the plan that was tried with all pumps, or with more
 * @param lacking how many pumps fewer, 1 or more; at least one comes
 */
export function findFewerPumps(
  { orders, beside, now }: Pick<DayFacts, 'orders' | 'beside' | 'now'>,
  { unserved, events }: Pick<PlanContent, 'unserved' | 'events'>,
  lacking: number,
): FewerPumps[] {
  const lacksPump = new Set(
    unserved.flatMap(({ orderId, lacks }) => (lacks === 'pump' ? [orderId] : [])),
  );
  return orders.flatMap(({ id, siteName, isPumpNeeded, pumpsAtSite }): FewerPumps[] => {
    const pumps = pumpsAtSite - lacking;
    const hasBroken = events.some((event) => event.kind === 'pump_down' && event.atOrderId === id);
    const isAlone = beside.orders.every(({ orderId }) => orderId !== id);
    if (!lacksPump.has(id) || !isPumpNeeded || pumps < 1 || !hasBroken || !isAlone) return [];
    const reason = `${siteName} ${pumps}/${pumpsAtSite}`;
    return [{ kind: 'pumps_fewer', orderId: id, pumps, at: now.toISOString(), reason }];
  });
}

/** An order as it goes on with fewer pumps, each of them as fast as before; what has begun goes through them. */
export function withFewerPumps(order: DayOrder, events: readonly ContentEvent[]): DayOrder {
  const fewer = events.findLast(
    (event) => event.kind === 'pumps_fewer' && event.orderId === order.id,
  );
  if (fewer?.kind !== 'pumps_fewer') return order;
  const { pumps } = fewer;
  return {
    ...order,
    pumps,
    places: pumps,
    started: order.started.map((load) => ({ ...load, place: Math.min(load.place, pumps - 1) })),
  };
}

/** Without what was said of pumps that lacked: whether they still do is found anew. */
export const asNeeded = (events: readonly ContentEvent[]): ContentEvent[] =>
  events.filter(({ kind }) => kind !== 'pumps_fewer');

/** What a change brought of it, a line for each pour, as it is kept with the change. */
export const fewerPumpsNote = (
  before: Pick<PlanContent, 'events'>,
  after: Pick<PlanContent, 'events'>,
): string[] => {
  const known = new Set(linesOf(before));
  return linesOf(after).filter((line) => !known.has(line));
};

const linesOf = ({ events }: Pick<PlanContent, 'events'>): string[] =>
  events.flatMap(({ kind, reason }) => (kind === 'pumps_fewer' ? [`${kind}: ${reason}`] : []));
