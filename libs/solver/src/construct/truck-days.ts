import type { PourProblem } from '../problem/pour-problem.js';

/**
 * Every truck's deliveries in order of time: the state that the search changes in place.
 *
 * Flat arrays, `mostStops` places a truck; a place holds the start and the pour.
 */
export class TruckDays {
  readonly starts: Int32Array;
  readonly pours: Int32Array;
  readonly counts: Int32Array;
  readonly dischargeMin: Int32Array;
  readonly capacityM3: Int32Array;
  /** More deliveries than fit into a truck's day: each ends a discharge later than the one before. */
  private readonly mostStops: number;
  private readonly tripMin: Int32Array;
  private readonly firstTripMin: Int32Array;
  private readonly pourCount: number;

  constructor(problem: PourProblem) {
    const { trucks, pours, tripMin, firstTripMin } = problem;
    const lastMin = Math.max(0, ...pours.map(({ toMin }) => toMin));
    const shortestMin = Math.min(...trucks.map(({ dischargeMin }) => dischargeMin));
    this.mostStops = Math.ceil(lastMin / shortestMin) + 2;
    this.starts = new Int32Array(trucks.length * this.mostStops);
    this.pours = new Int32Array(trucks.length * this.mostStops);
    this.counts = new Int32Array(trucks.length);
    this.dischargeMin = Int32Array.from(trucks, (truck) => truck.dischargeMin);
    this.capacityM3 = Int32Array.from(trucks, (truck) => truck.capacityM3);
    this.tripMin = Int32Array.from(tripMin.flat());
    this.firstTripMin = Int32Array.from(firstTripMin);
    this.pourCount = pours.length;
  }

  get truckCount(): number {
    return this.counts.length;
  }

  /** From the end of a delivery at one pour to the earliest start at another. */
  trip(from: number, to: number): number {
    return this.tripMin[from * this.pourCount + to]!;
  }

  /**
   * The earliest start in [fromMin, toMin] at which a truck can deliver to a pour and still be in
   * time for what follows on its day; -1 when there is none.
   */
  earliest(truck: number, pour: number, fromMin: number, toMin: number): number {
    const base = truck * this.mostStops;
    const count = this.counts[truck]!;
    const discharge = this.dischargeMin[truck]!;
    let readyMin = this.firstTripMin[pour]!;
    for (let place = 0; place <= count; place += 1) {
      const startMin = readyMin > fromMin ? readyMin : fromMin;
      if (startMin > toMin) return -1;
      if (place === count) return startMin;
      const at = base + place;
      const nextPour = this.pours[at]!;
      if (startMin + discharge + this.trip(pour, nextPour) <= this.starts[at]!) return startMin;
      readyMin = this.starts[at]! + discharge + this.trip(nextPour, pour);
    }
    return -1;
  }

  /** The latest start to which a delivery can be put off without hurting the one after it. */
  latest(truck: number, place: number): number {
    const base = truck * this.mostStops + place;
    if (place + 1 >= this.counts[truck]!) return Number.MAX_SAFE_INTEGER;
    const trip = this.trip(this.pours[base]!, this.pours[base + 1]!);
    return this.starts[base + 1]! - trip - this.dischargeMin[truck]!;
  }

  /** Puts a delivery into a truck's day; the caller has asked `earliest`. */
  insert(truck: number, pour: number, startMin: number): void {
    const base = truck * this.mostStops;
    let at = base + this.counts[truck]!;
    while (at > base && this.starts[at - 1]! > startMin) {
      this.starts[at] = this.starts[at - 1]!;
      this.pours[at] = this.pours[at - 1]!;
      at -= 1;
    }
    this.starts[at] = startMin;
    this.pours[at] = pour;
    this.counts[truck]! += 1;
  }

  /** Where in a truck's day the delivery stands that starts then. */
  placeOf(truck: number, startMin: number): number {
    const base = truck * this.mostStops;
    let at = base;
    while (this.starts[at] !== startMin) at += 1;
    return at - base;
  }

  /** Puts a delivery off; the order of the day stays. */
  move(truck: number, place: number, startMin: number): void {
    this.starts[truck * this.mostStops + place] = startMin;
  }

  remove(truck: number, startMin: number): void {
    const base = truck * this.mostStops;
    const count = this.counts[truck]! - 1;
    for (let at = base + this.placeOf(truck, startMin); at < base + count; at += 1) {
      this.starts[at] = this.starts[at + 1]!;
      this.pours[at] = this.pours[at + 1]!;
    }
    this.counts[truck] = count;
  }

  /** Minutes that a delivery at a place costs its truck: what its day would be shorter by. */
  detourOf(truck: number, place: number): number {
    const base = truck * this.mostStops + place;
    const pour = this.pours[base]!;
    const isLast = place + 1 >= this.counts[truck]!;
    const before = place === 0 ? this.firstTripMin[pour]! : this.trip(this.pours[base - 1]!, pour);
    if (isLast) return this.dischargeMin[truck]! + before;
    const next = this.pours[base + 1]!;
    const direct = place === 0 ? this.firstTripMin[next]! : this.trip(this.pours[base - 1]!, next);
    return this.dischargeMin[truck]! + before + this.trip(pour, next) - direct;
  }
}
