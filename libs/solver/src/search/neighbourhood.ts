import type { Random } from '@tongyun/kernel';

/**
 * A plan as a search sees it, whatever it plans: a step takes a few things out that have to do with each
 * other, and puts them in again otherwise.
 */
export interface Neighbourhood<Taken> {
  /** What the plan costs; less is better. Only what changes within a step counts. */
  cost(): number;
  /** Chooses what a step is about and takes it out. */
  takeOut(random: Random): Taken;
  /** Puts in again what it can; false when the step has failed, whatever the plan costs now. */
  putIn(taken: Taken, random: Random): boolean;
  /** What the step costs beside what the plan does, where the model steers the search; may be below 0. */
  aside(taken: Taken): number;
  /** Makes the plan again what it was before the step. */
  takeBack(taken: Taken): void;
  /** Holds on to the plan as it is: it is the best so far. */
  remember(): void;
}

/**
 * Whether a step is kept, in the unit of the costs: drawn before things are put in again, asked afterwards.
 *
 * @param share of the budget that is spent, [0, 1]
 */
export type Annealing = (share: number, random: Random) => (worseBy: number) => boolean;
