import type { FixedLoad } from './begun.js';
import type { FactPlant } from './day-facts.js';
import { takeFree } from './take-free.js';

/**
 * The line, as its place among the plant's, on which each load that has begun is taken to load or to
 * have loaded: nobody reports it, so it is the planned one, else one that is free then, else the one
 * that is free first.
 *
 * @param planned by load, the id of the line that the plan had it on
 * @returns by load
 */
export function spreadOverLines(
  plants: readonly Pick<FactPlant, 'lines'>[],
  loads: readonly FixedLoad[],
  planned: ReadonlyMap<string, string>,
): Map<string, number> {
  const freeFrom = plants.map(({ lines }) => lines.map(() => -Infinity));
  const lineOf = new Map<string, number>();
  for (const load of loads.toSorted((one, other) => one.loadFromSec - other.loadFromSec)) {
    const free = freeFrom[load.plant]!;
    const own = plants[load.plant]!.lines.findIndex(({ id }) => id === planned.get(load.loadId));
    const loading = { fromSec: load.loadFromSec, toSec: load.loadToSec };
    lineOf.set(load.loadId, takeFree(free, loading, own));
  }
  return lineOf;
}
