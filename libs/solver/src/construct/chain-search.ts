import type { PourProblem } from '../problem/pour-problem.js';
import type { Random } from '@tongyun/kernel';
import { type DeliveryNetwork, NONE } from './delivery-network.js';

/** Deliveries tried for one pour beyond those that its longest chain has, at the most. */
const NODES = 60;
/** Places in trucks' days tried for one place in a chain. */
const WIDTH = 12;
/** Minutes that a cubic metre of unused drum is taken to cost when places are compared. */
const WASTE_MIN_PER_M3 = 1;
/** Minutes by which chance may prefer one place to another: seen to matter more than any weight. */
const NOISE_MIN = 45;
/** The same in a chain that is left to chance, and how many are. */
const WILD_NOISE_MIN = 300;
const WILD_SHARE = 0.3;
/** The truck would come too late to what it has to do next. */
const TOO_LATE = -1;

/**
 * Finds a chain of deliveries for one pour beside all that stands in the trucks' days.
 *
 * A bounded depth-first search over places in the trucks' days; the first whole chain is taken.
 */
export class ChainSearch {
  /** For each delivery of a chain `WIDTH` slots: a truck, which of its deliveries to go after. */
  private readonly trucks: Int32Array;
  private readonly afters: Int32Array;
  private readonly costs: Float64Array;
  /** Trucks of one capacity and discharge are of one kind. */
  private readonly kindOf: Int32Array;
  private readonly seenAt: Float64Array;
  private stamp = 0;
  private nodesLeft = 0;
  private noiseMin = NOISE_MIN;
  private readonly smallestM3: number;
  /** The least minutes in which any truck discharges a cubic metre. */
  private readonly minPerM3: number;

  constructor(
    private readonly problem: PourProblem,
    private readonly network: DeliveryNetwork,
    private readonly random: Random,
  ) {
    const { trucks, pours } = problem;
    this.smallestM3 = Math.min(...trucks.map(({ capacityM3 }) => capacityM3));
    const largestM3 = Math.max(0, ...pours.map(({ demandM3 }) => demandM3));
    const slots = (Math.ceil(largestM3 / this.smallestM3) + 1) * WIDTH;
    this.trucks = new Int32Array(slots);
    this.afters = new Int32Array(slots);
    this.costs = new Float64Array(slots);
    const kinds = problem.trucks.map((truck) => `${truck.capacityM3} ${truck.dischargeMin}`);
    this.kindOf = Int32Array.from(kinds, (kind) => kinds.indexOf(kind));
    this.seenAt = new Float64Array(kinds.length);
    this.minPerM3 = Math.min(
      ...problem.trucks.map(({ dischargeMin, capacityM3 }) => dischargeMin / capacityM3),
    );
  }

  /** Puts a chain into the network; false, and no change, when none is found. */
  insert(pour: number): boolean {
    const { demandM3 } = this.problem.pours[pour]!;
    this.nodesLeft = NODES + Math.ceil(demandM3 / this.smallestM3);
    this.noiseMin = this.random() < WILD_SHARE ? WILD_NOISE_MIN : NOISE_MIN;
    const isFound = this.extend(pour, demandM3);
    this.network.forget();
    return isFound;
  }

  private extend(pour: number, leftM3: number): boolean {
    if (leftM3 <= 0) return true;
    const { network } = this;
    const leastEndMin = network.nextStartMin(pour) + leftM3 * this.minPerM3;
    if (leastEndMin > this.problem.pours[pour]!.toMin) return false;
    const first = network.counts[pour]! * WIDTH;
    const end = this.findPlaces(pour, leftM3, first);
    for (let slot = first; slot < end; slot += 1) {
      if (this.nodesLeft <= 0) return false;
      this.nodesLeft -= 1;
      const truck = this.trucks[slot]!;
      const mark = network.append(pour, truck, this.afters[slot]!);
      if (mark === NONE) continue;
      if (this.extend(pour, leftM3 - network.capacityM3[truck]!)) return true;
      network.takeBack(pour, mark);
    }
    return false;
  }

  /**
   * Puts the best places for the next delivery of the chain, best first, into the slots from `first` on.
   *
   * @returns the slot after the last one
   */
  private findPlaces(pour: number, leftM3: number, first: number): number {
    const { network, random } = this;
    const { nexts, firstOf, capacityM3 } = network;
    const endMin = network.nextStartMin(pour);
    this.stamp += 1;
    let end = first;
    for (let truck = 0; truck < capacityM3.length; truck += 1) {
      if (firstOf[truck] === NONE && this.isKnownKind(truck)) continue;
      const lastMin = network.lastStartMin(pour, truck);
      const wasteMin = Math.max(0, capacityM3[truck]! - leftM3) * WASTE_MIN_PER_M3;
      let after = NONE;
      do {
        const startMin = Math.max(endMin, network.readyMin(after, pour));
        if (startMin > lastMin) break;
        const next = after === NONE ? firstOf[truck]! : nexts[after]!;
        const pushMin = next === NONE ? 0 : this.pushMin(truck, pour, startMin, next);
        if (pushMin !== TOO_LATE) {
          const waitMin = startMin - endMin + this.delayMin(pour, startMin, endMin);
          const costMin = waitMin + pushMin + wasteMin + random() * this.noiseMin;
          end = this.offer(first, end, truck, after, costMin);
        }
        after = next;
      } while (after !== NONE);
    }
    return end;
  }

  /**
   * Minutes by which the truck's next delivery would start later, if it can: an earlier one of the
   * same pour never can.
   */
  private pushMin(truck: number, pour: number, startMin: number, next: number): number {
    const { network } = this;
    if (network.pourOf[next] === pour) return TOO_LATE;
    const toMin = startMin + network.dischargeMin[truck]! + network.tripTo(pour, next);
    if (toMin <= network.starts[next]!) return 0;
    const isInTime = toMin <= network.lastStartMin(network.pourOf[next]!, truck);
    return isInTime ? toMin - network.starts[next]! : TOO_LATE;
  }

  /** Minutes by which the pour's delivery before would have to be put off. */
  private delayMin(pour: number, startMin: number, endMin: number): number {
    if (this.network.counts[pour] === 0) return 0;
    return Math.max(0, startMin - endMin - this.problem.maxGapMin);
  }

  /** Gives a place a slot if it is among the best; returns the slot after the last one. */
  private offer(first: number, end: number, truck: number, after: number, costMin: number): number {
    const { costs, trucks, afters } = this;
    const isFull = end === first + WIDTH;
    if (isFull && costMin >= costs[end - 1]!) return end;
    let slot = isFull ? end - 1 : end;
    for (; slot > first && costs[slot - 1]! > costMin; slot -= 1) {
      costs[slot] = costs[slot - 1]!;
      trucks[slot] = trucks[slot - 1]!;
      afters[slot] = afters[slot - 1]!;
    }
    costs[slot] = costMin;
    trucks[slot] = truck;
    afters[slot] = after;
    return isFull ? end : end + 1;
  }

  /** Trucks that are alike and have nothing to do yet are one candidate. */
  private isKnownKind(truck: number): boolean {
    const kind = this.kindOf[truck]!;
    if (this.seenAt[kind] === this.stamp) return true;
    this.seenAt[kind] = this.stamp;
    return false;
  }
}
