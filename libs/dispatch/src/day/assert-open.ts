import type { DayPumpJobRow } from '@tongyun/deliveries';
import { DomainError } from '@tongyun/kernel';
import { hasBegun } from './rules/begun.js';
import type { DayFacts } from './rules/day-facts.js';
import { isGivenByHand } from './rules/given-by-hand.js';
import type { ContentPumpJob, PlanContent } from './rules/plan-content.js';

/** Refuses a load or pump job that the plan does not have, that has begun, or that was given by hand. */
export function assertOpen(
  facts: Pick<DayFacts, 'loads' | 'pumpJobs' | 'now'>,
  { loads, pumpJobs }: Pick<PlanContent, 'loads' | 'pumpJobs'>,
  itemId: string,
): void {
  if (![...loads, ...pumpJobs].some(({ id }) => id === itemId)) {
    throw new DomainError('PLAN_ITEM_NOT_FOUND', `The plan has no item ${itemId}`, { id: itemId });
  }
  const row = facts.loads.find(({ id }) => id === itemId);
  const job = pumpJobs.find(({ id }) => id === itemId);
  const told = facts.pumpJobs.find(({ id }) => id === itemId);
  if ((row && hasBegun(row)) || (job && told && hasSetOut(told, job))) {
    throw new DomainError('PLAN_ITEM_STARTED', 'It has begun', { id: itemId });
  }
  if ([row, told].some((given) => given && isGivenByHand(given, facts.now))) {
    throw new DomainError('PLAN_ITEM_BY_HAND', 'Somebody gave it by hand', { id: itemId });
  }
}

/** Whether the planned pump was seen on the job; another one that takes over from it, or comes anew, was not. */
const hasSetOut = (
  { state, vehicleId, stageEvidence: { left } }: DayPumpJobRow,
  job: ContentPumpJob,
): boolean =>
  state !== 'planned' &&
  state !== 'released' &&
  vehicleId === job.vehicleId &&
  (left === undefined || new Date(left.at) > new Date(job.departAt));
