import type { DayProblem } from '../problem/day-problem.js';

/** The load that a truck was told to take next. */
export interface ToldNext {
  /** Of its plant. */
  readonly place: number;
  /** When it was told to leave there. */
  readonly loadToSec: number;
}

/** By truck, what it was told, or is held, to load next of what has not begun; undefined: nothing. */
export function toldNextOf({
  orders,
  plants,
  trucks,
}: DayProblem): readonly (ToldNext | undefined)[] {
  const next = trucks.map((): ToldNext | undefined => undefined);
  for (const { started, released } of orders) {
    const held = started.filter(({ isHeld }) => isHeld);
    for (const { truck, plant, loadToSec } of [...released, ...held]) {
      const known = next[truck]?.loadToSec ?? Infinity;
      if (loadToSec < known) next[truck] = { place: plants[plant]!.place, loadToSec };
    }
  }
  return next;
}
