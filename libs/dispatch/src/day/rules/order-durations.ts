import type { DurationBook, UsedDuration } from '@tongyun/durations';
import type { DayFacts, DayPolicy, FactOrder } from './day-facts.js';
import type { ContentDurations, PlanContent } from './plan-content.js';
import type { OrderDurations } from './used-durations.js';

/** The road's answer as it is. */
const AS_THE_ROAD_SAYS = 1;

/** What an order's loads take at the hour its pour begins, by each plant that may supply it. */
export function findOrderDurations(
  book: DurationBook,
  order: Pick<FactOrder, 'siteId' | 'plantId' | 'placingMethod' | 'pourKind' | 'firstOnSiteAt'>,
  sourcePlantIds: readonly string[],
  policy: Pick<DayPolicy, 'dockMin' | 'setupMin' | 'dischargeMinPerM3'>,
): OrderDurations {
  const { siteId, placingMethod, pourKind } = order;
  const hour = book.hourOf(order.firstOnSiteAt);
  const from = (plantId: string) => ({ plantId, siteId, placingMethod, pourKind, hour });
  const there = from(order.plantId);
  return {
    waiting: book.find('waiting', there, policy.setupMin),
    discharge: book.find('discharge', there, policy.dischargeMinPerM3),
    sources: sourcePlantIds.map((plantId) => ({
      plantId,
      loading: book.find('loading', from(plantId), policy.dockMin),
      travel: book.find('travel', from(plantId), AS_THE_ROAD_SAYS),
    })),
  };
}

/**
 * The facts with the durations that a plan was built with: what was learnt since moves nobody who
 * was told already. A person's word counts at once, and so does its withdrawal.
 */
export function keepDurations(
  facts: DayFacts,
  { durations }: Pick<PlanContent, 'durations'>,
): DayFacts {
  if (durations === undefined) return facts;
  const before = new Map(durations.orders.map((order) => [order.orderId, order]));
  const orders = facts.orders.map((order) => {
    const kept = before.get(order.id);
    return kept ? { ...order, durations: keepOf(order.durations, kept) } : order;
  });
  return { ...facts, orders, durationsLearntAt: durations.learntAt };
}

const keepOf = (now: OrderDurations, before: OrderDurations): OrderDurations => ({
  waiting: keepUnlessSaid(now.waiting, before.waiting),
  discharge: keepUnlessSaid(now.discharge, before.discharge),
  sources: now.sources.map((source) => {
    const kept = before.sources.find(({ plantId }) => plantId === source.plantId);
    if (!kept) return source;
    return {
      plantId: source.plantId,
      loading: keepUnlessSaid(source.loading, kept.loading),
      travel: keepUnlessSaid(source.travel, kept.travel),
    };
  }),
});

const keepUnlessSaid = (now: UsedDuration, before: UsedDuration): UsedDuration =>
  now.source === 'override' || before.source === 'override' ? now : before;

/** The durations of a plan, as its revision says them. */
export const toContentDurations = ({ orders, durationsLearntAt }: DayFacts): ContentDurations => ({
  learntAt: durationsLearntAt,
  orders: orders.map(({ id, durations }) => ({ orderId: id, ...durations })),
});
