import { findHeld } from './find-held.js';
import type { Held } from './held.js';
import type { PlanContent } from './plan-content.js';

/**
 * All of a plan stays but one order, and of that what is pinned or frozen.
 *
 * @param byHand loads that were given by hand
 */
export function holdAllBut(
  content: Pick<PlanContent, 'loads' | 'pumpJobs' | 'frozenUntil' | 'events'>,
  orderId: string,
  byHand: ReadonlySet<string>,
): Held {
  const held = findHeld(content, content.events, byHand);
  const isOther = (row: { readonly orderId: string }): boolean => row.orderId !== orderId;
  const isOne = (row: { readonly orderId: string }): boolean => row.orderId === orderId;
  return {
    loads: [...content.loads.filter(isOther), ...held.loads.filter(isOne)],
    pumpJobs: [...content.pumpJobs.filter(isOther), ...held.pumpJobs.filter(isOne)],
    unasked: new Set([...content.loads, ...content.pumpJobs].filter(isOther).map(toOrderId)),
    lineOf: held.lineOf,
  };
}

const toOrderId = (row: { readonly orderId: string }): string => row.orderId;
