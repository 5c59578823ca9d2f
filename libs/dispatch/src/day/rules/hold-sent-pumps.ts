import { loadsWithoutPump } from '@tongyun/solver';
import type { Held } from './held.js';
import type { ContentPumpJob } from './plan-content.js';
import type { PlannedDay } from './to-day-problem.js';

/**
 * What is held when a plan sends pumps to loads that come and found none: those pumps too, so that the loads
 * discharge when they stand ready and no sooner. Null when a plan sends none such.
 *
 * @param pumpJobs of the plan that was made for the day
 */
export function holdSentPumps(
  { problem }: Pick<PlannedDay, 'problem'>,
  pumpJobs: readonly ContentPumpJob[],
  held: Held,
): Held | null {
  const lacking = new Set(
    problem.orders.flatMap((order) =>
      loadsWithoutPump(order, problem.nowSec).length > 0 ? [order.id] : [],
    ),
  );
  const sent = pumpJobs.filter(({ orderId }) => lacking.has(orderId));
  return sent.length === 0 ? null : { ...held, pumpJobs: [...held.pumpJobs, ...sent] };
}
