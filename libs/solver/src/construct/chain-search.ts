import type { PourProblem } from '../problem/pour-problem.js';
import type { Random } from '@tongyun/kernel';
import type { TruckDays } from './truck-days.js';

/** The deliveries of one pour in order of time. */
export interface Chain {
  readonly trucks: readonly number[];
  readonly starts: readonly number[];
}

export interface ChainLimits {
  /** Deliveries tried for one pour beyond those that its longest chain has, at the most. */
  readonly nodes: number;
  /** Trucks tried for one place in a chain. */
  readonly width: number;
  /** Complete chains after which the cheapest one is taken. */
  readonly chains: number;
}

/** Minutes that a cubic metre of unused drum is taken to cost when trucks are compared. */
const WASTE_MIN_PER_M3 = 1;
/** Minutes by which chance may prefer one truck to another. */
const NOISE_MIN = 12;

/**
 * Finds a chain of deliveries for one pour beside all that stands in the trucks' days.
 *
 * A bounded depth-first search: each delivery starts as early as its truck can, and those before it
 * are put off within the allowed gap where that lets a later truck join.
 */
export class ChainSearch {
  private readonly trucks: number[] = [];
  private readonly starts: number[] = [];
  private best: Chain | null = null;
  private bestCost = Number.POSITIVE_INFINITY;
  /** For each place of a chain `width` slots: a truck, how far those before it have to be put off. */
  private readonly candidates: Int32Array;
  private readonly delays: Int32Array;
  private readonly scores: Float64Array;
  /** Trucks of one capacity and discharge are of one kind. */
  private readonly kindOf: Int32Array;
  private readonly seenAt: Float64Array;
  private stamp = 0;
  private nodesLeft = 0;
  private chainsLeft = 0;
  private readonly smallestM3: number;
  /** The least minutes in which any truck discharges a cubic metre. */
  private readonly minPerM3: number;

  constructor(
    private readonly problem: PourProblem,
    private readonly days: TruckDays,
    private readonly random: Random,
    private readonly limits: ChainLimits,
  ) {
    const { trucks, pours } = problem;
    this.smallestM3 = Math.min(...trucks.map(({ capacityM3 }) => capacityM3));
    const largestM3 = Math.max(0, ...pours.map(({ demandM3 }) => demandM3));
    const slots = (Math.ceil(largestM3 / this.smallestM3) + 1) * limits.width;
    this.candidates = new Int32Array(slots);
    this.delays = new Int32Array(slots);
    this.scores = new Float64Array(slots);
    const kinds = problem.trucks.map((truck) => `${truck.capacityM3} ${truck.dischargeMin}`);
    this.kindOf = Int32Array.from(kinds, (kind) => kinds.indexOf(kind));
    this.seenAt = new Float64Array(kinds.length);
    this.minPerM3 = Math.min(
      ...problem.trucks.map(({ dischargeMin, capacityM3 }) => dischargeMin / capacityM3),
    );
  }

  /** Puts the cheapest chain found into the trucks' days; null, and no change, when there is none. */
  insert(pour: number): Chain | null {
    this.best = null;
    this.bestCost = Number.POSITIVE_INFINITY;
    const { demandM3 } = this.problem.pours[pour]!;
    this.nodesLeft = this.limits.nodes + Math.ceil(demandM3 / this.smallestM3);
    this.chainsLeft = this.limits.chains;
    this.extend(pour, demandM3);
    const best = this.best as Chain | null;
    best?.trucks.forEach((truck, nth) => this.days.insert(truck, pour, best.starts[nth]!));
    return best;
  }

  /** Takes the chain of a pour out of the trucks' days. */
  remove({ trucks, starts }: Chain): void {
    trucks.forEach((truck, nth) => this.days.remove(truck, starts[nth]!));
  }

  private extend(pour: number, leftM3: number): void {
    if (leftM3 <= 0) {
      this.keepIfBest();
      return;
    }
    const endMin = this.endMin(pour);
    if (endMin + leftM3 * this.minPerM3 > this.problem.pours[pour]!.toMin) return;
    const first = this.trucks.length * this.limits.width;
    const count = this.findCandidates(pour, leftM3, endMin, first);
    for (let slot = first; slot < first + count; slot += 1) {
      if (this.nodesLeft <= 0 || this.chainsLeft <= 0) return;
      this.nodesLeft -= 1;
      const delayMin = this.delays[slot]!;
      if (delayMin === 0) this.tryTruck(pour, this.candidates[slot]!, leftM3);
      else this.tryDelayed(pour, this.candidates[slot]!, leftM3, delayMin);
    }
  }

  private tryDelayed(pour: number, truck: number, leftM3: number, delayMin: number): void {
    const before = [...this.starts];
    if (this.putOff(this.starts.length - 1, delayMin, pour)) this.tryTruck(pour, truck, leftM3);
    this.putBack(before);
  }

  private tryTruck(pour: number, truck: number, leftM3: number): void {
    const { days } = this;
    const fromMin = this.endMin(pour);
    const startMin = days.earliest(truck, pour, fromMin, this.lastStartMin(pour, truck, fromMin));
    if (startMin === -1) return;
    days.insert(truck, pour, startMin);
    this.trucks.push(truck);
    this.starts.push(startMin);
    this.extend(pour, leftM3 - days.capacityM3[truck]!);
    days.remove(truck, this.starts.pop()!);
    this.trucks.pop();
  }

  /** When the next delivery may start: the end of the last one, or the begin of the window. */
  private endMin(pour: number): number {
    const last = this.trucks.length - 1;
    if (last < 0) return this.problem.pours[pour]!.fromMin;
    return this.starts[last]! + this.days.dischargeMin[this.trucks[last]!]!;
  }

  private lastStartMin(pour: number, truck: number, endMin: number): number {
    const byWindow = this.problem.pours[pour]!.toMin - this.days.dischargeMin[truck]!;
    if (this.trucks.length === 0) return byWindow;
    return Math.min(byWindow, endMin + this.problem.maxGapMin);
  }

  /**
   * Puts the best trucks for the next place of the chain, best first, into the slots from `first` on.
   *
   * @returns how many there are
   */
  private findCandidates(pour: number, leftM3: number, endMin: number, first: number): number {
    const { days, problem, scores } = this;
    const isFirst = this.trucks.length === 0;
    const { toMin } = problem.pours[pour]!;
    const last = first + this.limits.width;
    let end = first;
    this.stamp += 1;
    for (let truck = 0; truck < days.truckCount; truck += 1) {
      const startMin = days.earliest(truck, pour, endMin, toMin - days.dischargeMin[truck]!);
      if (startMin === -1 || (days.counts[truck] === 0 && this.isKnownKind(truck))) continue;
      const wasteM3 = Math.max(0, days.capacityM3[truck]! - leftM3);
      const score = startMin - endMin + wasteM3 * WASTE_MIN_PER_M3 + this.random() * NOISE_MIN;
      if (end === last && score >= scores[last - 1]!) continue;
      let slot = end === last ? last - 1 : end;
      for (; slot > first && scores[slot - 1]! > score; slot -= 1) this.copySlot(slot - 1, slot);
      scores[slot] = score;
      this.candidates[slot] = truck;
      this.delays[slot] = isFirst ? 0 : Math.max(0, startMin - endMin - problem.maxGapMin);
      if (end < last) end += 1;
    }
    return end - first;
  }

  private copySlot(from: number, to: number): void {
    this.scores[to] = this.scores[from]!;
    this.candidates[to] = this.candidates[from]!;
    this.delays[to] = this.delays[from]!;
  }

  /** Trucks that are alike and have nothing to do yet are one candidate. */
  private isKnownKind(truck: number): boolean {
    const kind = this.kindOf[truck]!;
    if (this.seenAt[kind] === this.stamp) return true;
    this.seenAt[kind] = this.stamp;
    return false;
  }

  /** Puts a delivery off and those before it as far as the gap asks; says whether all of them can. */
  private putOff(nth: number, byMin: number, pour: number): boolean {
    const { days, problem } = this;
    const truck = this.trucks[nth]!;
    const startMin = this.starts[nth]! + byMin;
    if (startMin + days.dischargeMin[truck]! > problem.pours[pour]!.toMin) return false;
    const place = days.placeOf(truck, this.starts[nth]!);
    if (startMin > days.latest(truck, place)) return false;
    days.move(truck, place, startMin);
    this.starts[nth] = startMin;
    if (nth === 0) return true;
    const endBefore = this.starts[nth - 1]! + days.dischargeMin[this.trucks[nth - 1]!]!;
    const beyond = startMin - endBefore - problem.maxGapMin;
    return beyond <= 0 || this.putOff(nth - 1, beyond, pour);
  }

  private putBack(starts: readonly number[]): void {
    starts.forEach((startMin, nth) => {
      if (this.starts[nth] === startMin) return;
      const truck = this.trucks[nth]!;
      this.days.move(truck, this.days.placeOf(truck, this.starts[nth]!), startMin);
      this.starts[nth] = startMin;
    });
  }

  private keepIfBest(): void {
    this.chainsLeft -= 1;
    const cost = this.trucks.reduce((sum, truck, nth) => {
      const place = this.days.placeOf(truck, this.starts[nth]!);
      return sum + this.days.detourOf(truck, place);
    }, 0);
    if (cost >= this.bestCost) return;
    this.bestCost = cost;
    this.best = { trucks: [...this.trucks], starts: [...this.starts] };
  }
}
