import type { DayPlanView } from '@tongyun/contracts';
import { groupBy } from '@tongyun/kernel';
import { orderVolumes } from '../detail/order-volumes.js';
import type { PlanOrder } from '../plan-index.js';

export const LOOK_AHEAD_HOURS = [2, 4, 8, 24] as const;

export interface OrderAhead {
  readonly order: PlanOrder;
  readonly pouredM3: number;
  readonly onRoadM3: number;
  readonly remainingM3: number;
  /** Loads that begin to load within the hours looked at, and their volume. */
  readonly dueLoads: number;
  readonly dueM3: number;
  /** When the next of them loads; null: none does. */
  readonly nextLoadAt: string | null;
  readonly isUnserved: boolean;
}

const MS_PER_HOUR = 3_600_000;

/** Every order of the plan with what the hours from `fromMs` on ask of it, the earliest first. */
export function lookAhead(
  { orders, loads, unserved }: Pick<DayPlanView, 'orders' | 'loads' | 'unserved'>,
  fromMs: number,
  hours: number,
): OrderAhead[] {
  const lacking = new Set(unserved.map(({ orderId }) => orderId));
  const loadsOf = groupBy(loads, ({ orderId }) => orderId);
  return orders
    .map((order) => {
      const due = (loadsOf.get(order.id) ?? [])
        .filter(({ loadFromAt }) => isWithin(Date.parse(loadFromAt), fromMs, hours))
        .toSorted((one, other) => one.loadFromAt.localeCompare(other.loadFromAt));
      return {
        order,
        ...orderVolumes({ loads }, order),
        dueLoads: due.length,
        dueM3: due.reduce((sum, { m3 }) => sum + m3, 0),
        nextLoadAt: due[0]?.loadFromAt ?? null,
        isUnserved: lacking.has(order.id),
      };
    })
    .toSorted((one, other) => one.order.firstOnSiteAt.localeCompare(other.order.firstOnSiteAt));
}

const isWithin = (atMs: number, fromMs: number, hours: number): boolean =>
  atMs >= fromMs && atMs < fromMs + hours * MS_PER_HOUR;
