import { addMinutes, type Interval } from '@tongyun/kernel';
import { findOrderChanges, type OrderChange } from './find-order-changes.js';
import type { PlanContent } from './plan-content.js';

type Facts = Parameters<typeof findOrderChanges>[1] & {
  readonly now: Date;
  readonly day: Interval;
};

/** Pours that go on into the next day are followed that long, minutes. */
export const GOES_ON_MIN = 6 * 60;

/**
 * What a plan does not know of its orders, and would by taking it in. Nothing of a day that is over and whose
 * pours are followed no longer, nor of a plan from before it was kept what it was made for.
 */
export const findBehind = ({ wants }: Pick<PlanContent, 'wants'>, facts: Facts): OrderChange[] =>
  wants === undefined || facts.now >= addMinutes(facts.day.to, GOES_ON_MIN)
    ? []
    : findOrderChanges(wants, facts, { at: facts.now.toISOString(), reason: '' });
