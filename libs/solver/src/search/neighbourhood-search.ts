import type { Random } from '@tongyun/kernel';
import type { Annealing, Neighbourhood } from './neighbourhood.js';

/** Differences of cost that only rounding can tell apart. */
const NOTHING = 1e-6;

/** A large neighbourhood search of any plan: step by step, with the best so far held on to by the model. */
export class NeighbourhoodSearch<Taken> {
  /** What its own steps have added to the cost since it began. */
  private added = 0;
  private leastAdded = 0;

  constructor(
    private readonly model: Neighbourhood<Taken>,
    private readonly anneal: Annealing,
    private readonly random: Random,
  ) {}

  /**
   * One try.
   *
   * @param share of the budget that is spent, [0, 1]
   * @returns whether the best plan became better
   */
  step(share: number): boolean {
    const { model, random } = this;
    const before = model.cost();
    const taken = model.takeOut(random);
    const mayKeep = this.anneal(share, random);
    if (!model.putIn(taken, random) || !mayKeep(model.cost() - before + model.aside(taken))) {
      model.takeBack(taken);
      return false;
    }
    this.added += model.cost() - before;
    if (this.added >= this.leastAdded - NOTHING) return false;
    this.leastAdded = this.added;
    model.remember();
    return true;
  }

  /** What the best plan costs more than the one it began with; never above 0. */
  get bestAdded(): number {
    return this.leastAdded;
  }
}
