import type { DayOrderRow } from '@tongyun/deliveries';
import { findOrderChanges } from './find-order-changes.js';
import type { OrderWant } from './plan-content.js';

type Order = Pick<DayOrderRow, 'id' | 'plannedM3' | 'rateM3PerHour' | 'state'>;

/** In no plan: not asked for yet, or not any more. */
const OF_NO_DAY: readonly Order['state'][] = ['draft', 'cancelled'];

/**
 * Whether a plan does not know an order of its day, or not as it is now: its volume, pace and state. What
 * becomes of its loads and quotas on the way is not asked for here.
 *
 * @param wants what the plan was made for
 */
export function isNewsTo(wants: readonly OrderWant[], order: Order): boolean {
  const want = wants.find(({ orderId }) => orderId === order.id);
  const { divertedM3 = 0, quotas = [] } = want ?? {};
  const now = OF_NO_DAY.includes(order.state)
    ? []
    : [{ ...order, divertedM3, plantQuotas: quotas as DayOrderRow['plantQuotas'] }];
  const known = want === undefined ? [] : [want];
  const changes = findOrderChanges(
    known,
    { orders: now, loads: [], returns: [] },
    { at: '', reason: '' },
  );
  return changes.length > 0;
}
