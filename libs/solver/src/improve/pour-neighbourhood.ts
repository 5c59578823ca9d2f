import { ChainSearch } from '../construct/chain-search.js';
import { DeliveryNetwork, type NetworkState } from '../construct/delivery-network.js';
import type { Delivery, PourPlan } from '../plan/pour-plan.js';
import type { PourProblem } from '../problem/pour-problem.js';
import type { Annealing, Neighbourhood } from '../search/neighbourhood.js';
import type { Random } from '@tongyun/kernel';

/** The share of served pours that one step takes out, at the most. */
const REMOVED_SHARE = 0.25;
/** Of the steps that begin with a pour that is not served: it is put in first. */
const FORCING_SHARE = 0.6;
/** m³ that a step may lose with a chance of 1/e, at the start and at the end. */
const HOT_M3 = 10;
const COLD_M3 = 0.6;

/** A plan that serves less is kept by chance, the less likely the more it loses and the later it is. */
export const annealPours: Annealing = (share, random) => (lossM3) => {
  const temperatureM3 = HOT_M3 * (COLD_M3 / HOT_M3) ** share;
  return lossM3 <= 0 || random() < Math.exp(-lossM3 / temperatureM3);
};

/** What a step works on: the plan before it, and the pour that it wants to serve before all others. */
interface Taken {
  readonly before: NetworkState;
  readonly beforeM3: number;
  readonly first: number | null;
}

/**
 * Pours that are near each other in time and place are taken out and put in again with those not served,
 * in another order.
 */
export class PourNeighbourhood implements Neighbourhood<Taken> {
  private readonly network: DeliveryNetwork;
  private readonly search: ChainSearch;
  private servedM3 = 0;
  private bestState: NetworkState;
  private bestM3 = 0;
  private readonly totalM3: number;

  constructor(
    private readonly problem: PourProblem,
    private readonly random: Random,
  ) {
    this.network = new DeliveryNetwork(problem);
    this.search = new ChainSearch(problem, this.network, random);
    this.bestState = this.network.save();
    this.totalM3 = problem.pours.reduce((sum, { demandM3 }) => sum + demandM3, 0);
    this.putInAll();
    this.remember();
  }

  /** Nothing is left to gain. */
  get servesAll(): boolean {
    return this.bestM3 === this.totalM3;
  }

  /** Demand that is not served, m³. */
  cost(): number {
    return this.totalM3 - this.servedM3;
  }

  takeOut(): Taken {
    const before = this.network.save();
    const beforeM3 = this.servedM3;
    const { removed, first } = this.choose();
    for (const pour of removed) this.removeOne(pour);
    this.network.settle();
    return { before, beforeM3, first };
  }

  putIn({ first }: Taken): boolean {
    if (first !== null) this.putInOne(first);
    this.putInAll();
    return true;
  }

  aside(): number {
    return 0;
  }

  takeBack({ before, beforeM3 }: Taken): void {
    this.network.restore(before);
    this.servedM3 = beforeM3;
  }

  remember(): void {
    this.bestM3 = this.servedM3;
    this.bestState = this.network.save();
  }

  /** The best plan so far. */
  plan(): PourPlan {
    const { starts, truckOf, counts } = this.bestState;
    const { deliveriesFrom } = this.network;
    const deliveries = this.problem.pours.flatMap((_, pour): Delivery[] =>
      Array.from({ length: counts[pour]! }, (_none, place) => {
        const delivery = deliveriesFrom[pour]! + place;
        return { pour, truck: truckOf[delivery]!, startMin: starts[delivery]! };
      }),
    );
    return { deliveries, servedM3: this.bestM3 };
  }

  private unserved(): number[] {
    return [...this.network.counts.keys()].filter((pour) => this.network.counts[pour] === 0);
  }

  private choose(): { removed: number[]; first: number | null } {
    const { random } = this;
    const served = [...this.network.counts.keys()].filter(
      (pour) => this.network.counts[pour] !== 0,
    );
    const unserved = this.unserved();
    const isForcing = unserved.length > 0 && random() < FORCING_SHARE;
    const seeds = isForcing || served.length === 0 ? unserved : served;
    const seed = seeds[Math.floor(random() * seeds.length)]!;
    const most = Math.max(2, Math.ceil(served.length * REMOVED_SHARE));
    const count = 1 + Math.floor(random() * most);
    const removed = served
      .map((pour) => ({ pour, away: this.distance(seed, pour) * (0.4 + random()) }))
      .toSorted((one, other) => one.away - other.away)
      .slice(0, count)
      .map(({ pour }) => pour);
    return { removed, first: isForcing ? seed : null };
  }

  /** How little two pours have to do with each other: minutes between windows, and on the road. */
  private distance(one: number, other: number): number {
    const { pours, tripMin } = this.problem;
    const [a, b] = [pours[one]!, pours[other]!];
    const apart = Math.max(0, a.fromMin - b.toMin, b.fromMin - a.toMin);
    const middles = Math.abs(a.fromMin + a.toMin - b.fromMin - b.toMin) / 2;
    return 1 + apart + middles / 2 + tripMin[one]![other]!;
  }

  /** Puts in whatever fits, in an order that chance chooses among sensible ones. */
  private putInAll(): void {
    const keyOf = this.orderOfThisStep();
    const ordered = this.unserved()
      .map((pour) => ({ pour, key: keyOf(pour) }))
      .toSorted((one, other) => one.key - other.key);
    for (const { pour } of ordered) this.putInOne(pour);
  }

  private orderOfThisStep(): (pour: number) => number {
    const { random, problem } = this;
    const chance = random();
    if (chance < 0.5) return (pour) => -problem.pours[pour]!.demandM3 * (0.5 + random());
    if (chance < 0.75) return () => random();
    return (pour) => problem.pours[pour]!.toMin + 120 * random();
  }

  private putInOne(pour: number): void {
    if (this.network.counts[pour] !== 0 || !this.search.insert(pour)) return;
    this.servedM3 += this.problem.pours[pour]!.demandM3;
  }

  private removeOne(pour: number): void {
    this.network.remove(pour);
    this.servedM3 -= this.problem.pours[pour]!.demandM3;
  }
}
