import { addSeconds, secondsBetween } from '@tongyun/kernel';
import { hasLeft } from './begun.js';
import type { DayFacts, FactPumpNow } from './day-facts.js';
import { hasStood } from './late-pumps.js';

/**
 * When a pump that is at a job of another day comes home from it: as planned, or as much later as it
 * was late there, and never before it could wash and drive from now. Null: it is at no such job.
 */
export function findBackFromElsewhere(
  { now, orders, policy }: Pick<DayFacts, 'now' | 'orders' | 'policy'>,
  pump: FactPumpNow,
): Date | null {
  const { state, departAt, readyByAt, untilAt, orderId } = pump;
  const isOfDay = orders.some(({ id }) => id === orderId);
  if (isOfDay || !hasLeft({ state, startsAt: departAt }, now)) return null;
  const setupSec = policy.pumpSetupMin * 60;
  const waySec = Math.max(0, secondsBetween(departAt, readyByAt) - setupSec);
  const readyInSec = leftToDoSec(pump, setupSec, waySec);
  const lateSec = hasStood(pump)
    ? 0
    : Math.max(0, secondsBetween(readyByAt, addSeconds(now, readyInSec)));
  const pumpsForSec = Math.max(0, secondsBetween(now, untilAt) + lateSec);
  return addSeconds(now, pumpsForSec + policy.pumpTeardownMin * 60 + waySec);
}

/** Seconds until it stands at the soonest: one that has not set out has all of its way before it. */
function leftToDoSec(
  { state, lateAlertId }: FactPumpNow,
  setupSec: number,
  waySec: number,
): number {
  if (state === 'travelling') return setupSec;
  return state === 'released' && lateAlertId !== null ? waySec + setupSec : 0;
}
