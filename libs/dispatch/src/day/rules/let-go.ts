import { groupBy } from '@tongyun/kernel';
import { type DayProblem, findBrokenHolds } from '@tongyun/solver';
import type { FixedLoad } from './begun.js';
import type { Held } from './held.js';
import type { ContentLoad } from './plan-content.js';

interface HeldDay {
  readonly problem: DayProblem;
  readonly facts: { readonly orders: readonly { readonly id: string }[] };
  /** By order of the problem. */
  readonly fixedLoads: readonly (readonly FixedLoad[])[];
}

/**
 * What people still hold of a day: a load that a rule stands against (its truck is not back or may not
 * go any more, it should have begun long ago) holds no longer, nor does what comes after it in its pour,
 * nor anything of a pour whose pump cannot come. Null when all of it holds.
 *
 * @param planned the day with all that is held
 */
export function letGo({ problem, facts, fixedLoads }: HeldDay, held: Held): Held | null {
  const broken = findBrokenHolds(problem);
  if (broken.length === 0) return null;
  const idsOf = ({ order, load }: (typeof broken)[number]): string[] =>
    fixedLoads[order]!.filter(
      ({ truck, loadFromSec }) => truck === load?.truck && loadFromSec === load.loadFromSec,
    ).map(({ loadId }) => loadId);
  const brokenIds = new Set(broken.flatMap(idsOf));
  const lacksPump = new Set<string>(
    broken.flatMap(({ order, pump }) => (pump === undefined ? [] : [facts.orders[order]!.id])),
  );
  const loads = [...groupBy(held.loads, ({ orderId }) => orderId).values()].flatMap((own) => {
    const inTurn = own.toSorted(byTurn);
    const until = inTurn.findIndex(
      ({ id, orderId }) => brokenIds.has(id) || lacksPump.has(orderId),
    );
    return until < 0 ? inTurn : inTurn.slice(0, until);
  });
  const had = new Set(held.loads.map(({ orderId }) => orderId));
  const has = new Set(loads.map(({ orderId }) => orderId));
  return {
    ...held,
    loads,
    pumpJobs: held.pumpJobs.filter(
      ({ orderId, isPinned }) =>
        !lacksPump.has(orderId) && (isPinned || has.has(orderId) || !had.has(orderId)),
    ),
  };
}

const byTurn = (one: ContentLoad, other: ContentLoad): number =>
  one.dischargeFromAt.localeCompare(other.dischargeFromAt);
