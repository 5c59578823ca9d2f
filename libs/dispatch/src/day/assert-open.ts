import { DomainError } from '@tongyun/kernel';
import { hasBegun } from './rules/begun.js';
import type { DayFacts } from './rules/day-facts.js';
import type { PlanContent } from './rules/plan-content.js';

/** Refuses a load or pump job that the plan does not have, or that has begun. */
export function assertOpen(
  facts: Pick<DayFacts, 'loads'>,
  { loads, pumpJobs }: Pick<PlanContent, 'loads' | 'pumpJobs'>,
  itemId: string,
): void {
  if (![...loads, ...pumpJobs].some(({ id }) => id === itemId)) {
    throw new DomainError('PLAN_ITEM_NOT_FOUND', `The plan has no item ${itemId}`, { id: itemId });
  }
  const row = facts.loads.find(({ id }) => id === itemId);
  if (row && hasBegun(row)) {
    throw new DomainError('PLAN_ITEM_STARTED', 'It has begun', { id: itemId });
  }
}
