import { pick, type Random } from '@tongyun/kernel';
import { drivesTooLong } from '../constraints/driving-hours.js';
import { drivesEmptyShut } from '../constraints/empty-ways.js';
import { movesShut } from '../constraints/pump-pass-hours.js';
import { placeOrder } from '../construct/place-order.js';
import type { Annealing, Neighbourhood } from '../../search/neighbourhood.js';
import type { Chain } from '../state/chain.js';
import type { DayState } from '../state/day-state.js';
import { Urgency } from './urgency.js';

/** How often an order that nobody serves yet is what a step begins with: at 0.9 the city's day serves 0.5 points less. */
const UNSERVED_FIRST = 0.97;
const REMOVED_MOST = 5;
const NOISE = 0.3;
/** Points that a step may make things worse by at the beginning; it falls to 0 at the end. */
const WARM = 60;

/** Keeps what is better, or at first not much worse. */
export const annealDay: Annealing = (share, random) => {
  const bearsPoints = WARM * (1 - share) * random();
  return (worseBy) => worseBy <= bearsPoints;
};

/** What a step works on: orders without their chains. */
interface Taken {
  readonly removed: readonly number[];
  readonly chains: readonly (Chain | null)[];
  /** The step is for the first, which nobody serves yet. */
  readonly isForUnserved: boolean;
}

/**
 * Takes a few orders out that share plants and hours and puts them in again in another sequence and
 * with blurred prices.
 */
export class DayNeighbourhood implements Neighbourhood<Taken> {
  private readonly neighbours: readonly (readonly number[])[];
  private readonly urgency: Urgency;
  private readonly best: (Chain | null)[];

  /** @param orders the ones that may be moved; all others stay as the state has them */
  constructor(
    private readonly state: DayState,
    private readonly orders: readonly number[],
  ) {
    this.neighbours = neighboursOf(state, orders);
    this.urgency = new Urgency(state.problem);
    this.best = [...state.chains];
  }

  cost(): number {
    return this.state.cost();
  }

  takeOut(random: Random): Taken {
    const removed = this.chooseRemoved(random);
    const chains = removed.map((order) => this.state.chains[order]!);
    for (const order of removed) this.state.unserve(order);
    return { removed, chains, isForUnserved: chains[0] === null };
  }

  putIn({ removed, chains, isForUnserved }: Taken, random: Random): boolean {
    return this.placeAgain(removed, isForUnserved, random) && this.mayDrive(chains);
  }

  /** Points of urgency that a step adds by the orders it leaves out, less those that it serves at last. */
  aside({ removed, chains }: Taken): number {
    let points = 0;
    removed.forEach((order, index) => {
      const wasServed = chains[index] !== null;
      const isServed = this.state.chains[order] !== null;
      if (wasServed && !isServed) points += this.urgency.ofUnserved(order);
      if (isServed && !wasServed) points -= this.urgency.ofUnserved(order);
    });
    return points;
  }

  takeBack({ removed, chains, isForUnserved }: Taken): void {
    if (isForUnserved) this.urgency.triedInVain(removed[0]!);
    for (const order of removed) this.state.unserve(order);
    for (const chain of chains) if (chain !== null) this.state.restore(chain);
  }

  remember(): void {
    for (const order of this.orders) this.best[order] = this.state.chains[order]!;
  }

  /** Whether its best plan serves one of its orders. */
  serves(order: number): boolean {
    return this.best[order] !== null;
  }

  /** Puts the state back to the best plan found. */
  settle(): void {
    for (const order of this.orders) {
      if (this.state.chains[order] !== this.best[order]) this.state.unserve(order);
    }
    for (const order of this.orders) {
      const chain = this.best[order]!;
      if (chain !== null && this.state.chains[order] === null) this.state.restore(chain);
    }
  }

  /** Puts orders in again; false as soon as the one that the step is for cannot be. */
  private placeAgain(removed: readonly number[], isForFirst: boolean, random: Random): boolean {
    const sequence = this.sequenceOf(removed, random);
    if (isForFirst) sequence.unshift(...sequence.splice(sequence.indexOf(removed[0]!), 1));
    for (const order of sequence) {
      const freedom = { random, noise: random() * NOISE };
      const isPlaced = placeOrder(this.state, order, freedom);
      if (!isPlaced && isForFirst && order === removed[0]) return false;
    }
    return true;
  }

  /**
   * Whether the trucks that brought these chains still keep their driving hours, and stay out of zones that are
   * shut to them: a trip that is taken out takes the rests at its plant and site with it, and whoever brought it
   * drives from the site before to the plant behind. Their pumps alike.
   */
  private mayDrive(taken: readonly (Chain | null)[]): boolean {
    const { problem, toldNext, trips } = this.state;
    const trucks = new Set(taken.flatMap((chain) => chain?.loads.map(({ truck }) => truck) ?? []));
    const pumps = new Set(taken.flatMap((chain) => chain?.pumpJobs.map(({ pump }) => pump) ?? []));
    return (
      [...trucks].every(
        (truck) =>
          !drivesTooLong(problem, toldNext[truck], truck, trips[truck]!, null) &&
          !drivesEmptyShut(this.state, truck),
      ) && [...pumps].every((pump) => !movesShut(this.state, pump))
    );
  }

  private chooseRemoved(random: Random): number[] {
    const unserved = this.orders.filter((order) => this.state.chains[order] === null);
    const first =
      unserved.length > 0 && random() < UNSERVED_FIRST
        ? pick(random, unserved)
        : pick(random, this.orders);
    const removed = [first];
    const near = this.neighbours[first]!;
    const most = 1 + Math.floor(random() * REMOVED_MOST);
    for (let tries = 0; tries < 3 * most && removed.length <= most && near.length > 0; tries += 1) {
      // Squaring the number prefers the nearest.
      const other = near[Math.floor(random() ** 2 * near.length)]!;
      if (!removed.includes(other)) removed.push(other);
    }
    return removed;
  }

  private sequenceOf(removed: readonly number[], random: Random): number[] {
    const { orders } = this.state.problem;
    const rank = new Map<number, number>();
    const kind = Math.floor(random() * 4);
    if (kind === 3) return [...removed];
    for (const index of removed) {
      const order = orders[index]!;
      const wish =
        kind === 0
          ? random()
          : kind === 1
            ? order.firstFromSec / 3_600 + random()
            : -order.volumeM3 * (0.7 + 0.6 * random());
      rank.set(index, order.priority * 1e6 + wish);
    }
    return removed.toSorted((one, other) => rank.get(one)! - rank.get(other)!);
  }
}

/**
 * For each order, those that share its site, then those that share an enterprise's plants with it, the
 * nearest in time first.
 */
function neighboursOf({ problem, sites }: DayState, chosen: readonly number[]): number[][] {
  const { orders, plants } = problem;
  const byEnterprise = new Map<number, number[]>();
  const enterprisesOf = (order: number) =>
    new Set(orders[order]!.sources.map(({ plant }) => plants[plant]!.enterprise));
  for (const order of chosen) {
    for (const enterprise of enterprisesOf(order)) {
      byEnterprise.set(enterprise, [...(byEnterprise.get(enterprise) ?? []), order]);
    }
  }
  const isChosen = new Set(chosen);
  const lists: number[][] = [];
  for (const order of chosen) {
    const mates = new Set(sites.matesOf(order).filter((mate) => isChosen.has(mate)));
    const others = new Set([
      ...mates,
      ...[...enterprisesOf(order)].flatMap((enterprise) => byEnterprise.get(enterprise) ?? []),
    ]);
    others.delete(order);
    const from = orders[order]!.firstFromSec;
    lists[order] = [...others].toSorted(
      (one, other) =>
        Number(mates.has(other)) - Number(mates.has(one)) ||
        Math.abs(orders[one]!.firstFromSec - from) - Math.abs(orders[other]!.firstFromSec - from),
    );
  }
  return lists;
}
