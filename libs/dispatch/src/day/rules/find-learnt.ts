import { eventKey } from './event-key.js';
import type { ContentEvent, PlanContent } from './plan-content.js';

/** What the product hears of by itself; what else happens somebody tells it. */
const LEARNT: readonly ContentEvent['kind'][] = [
  'driver_refused',
  'driver_came',
  'pump_late',
  'pump_stays',
  'order_added',
  'order_called',
  'order_grown',
  'order_cut',
  'order_paced',
  'order_held',
  'order_resumed',
  'order_refused',
  'order_diverted',
  'order_quotas',
  'order_cancelled',
];

/**
 * What was learnt between two states of a plan, in order of time: whoever goes back to the earlier one takes
 * back what people did and said, not what is so.
 */
export function findLearnt(
  before: Pick<PlanContent, 'events'>,
  now: Pick<PlanContent, 'events'>,
): ContentEvent[] {
  const known = new Set(before.events.map(eventKey));
  return now.events.filter((event) => LEARNT.includes(event.kind) && !known.has(eventKey(event)));
}
