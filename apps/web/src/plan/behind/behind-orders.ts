import type { DayPlanView } from '@tongyun/contracts';
import { groupBy } from '@tongyun/kernel';

export interface BehindOrder {
  readonly orderId: string;
  readonly changes: DayPlanView['behind'];
}

/** What a plan is behind with, order by order, as they come. */
export const behindOrders = (behind: DayPlanView['behind']): BehindOrder[] =>
  [...groupBy(behind, ({ orderId }) => orderId)].map(([orderId, changes]) => ({
    orderId,
    changes: [...changes],
  }));
