import type { DayPlanView } from '@tongyun/contracts';
import type { PlanOrder } from '../plan-index.js';

/** Cubic metres of an order that are poured, on their way, and still to come. */
export function orderVolumes(
  { loads }: Pick<DayPlanView, 'loads'>,
  order: Pick<PlanOrder, 'id' | 'orderedM3' | 'deliveredM3'>,
) {
  const onRoadM3 = loads
    .filter(
      ({ orderId, state, kind }) =>
        orderId === order.id && state === 'started' && kind !== 'priming_mortar',
    )
    .reduce((sum, { m3 }) => sum + m3, 0);
  return {
    pouredM3: order.deliveredM3,
    onRoadM3,
    remainingM3: Math.max(0, order.orderedM3 - order.deliveredM3 - onRoadM3),
  };
}
