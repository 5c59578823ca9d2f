import type { PourProblem } from '../problem/pour-problem.js';

/** No delivery: before a truck's first one, or after its last one. */
export const NONE = -1;

/** All that changes in a network, to go back to. */
export interface NetworkState {
  readonly starts: Int32Array;
  readonly truckOf: Int32Array;
  readonly nexts: Int32Array;
  readonly previous: Int32Array;
  readonly firstOf: Int32Array;
  readonly counts: Int32Array;
}

/**
 * The deliveries that stand, each in the row of its truck and in the row of its pour.
 *
 * Only the two orders are decided; every delivery starts as early as they allow (a simple temporal
 * network: Dechter, Meiri and Pearl, 1991). A new delivery so pushes others later, those that
 * follow it and those before it at its pour, which must not end more than the greatest gap ahead.
 *
 * A delivery is the number `deliveriesFrom[pour]` + its place in the pour's row.
 */
export class DeliveryNetwork {
  readonly starts: Int32Array;
  readonly truckOf: Int32Array;
  readonly pourOf: Int32Array;
  /** How many deliveries a pour has. */
  readonly counts: Int32Array;
  readonly deliveriesFrom: Int32Array;
  readonly dischargeMin: Int32Array;
  readonly capacityM3: Int32Array;
  /** A truck's first delivery. */
  readonly firstOf: Int32Array;
  /** The delivery that follows on its truck's day. */
  readonly nexts: Int32Array;
  private readonly previous: Int32Array;
  private readonly tripMin: Int32Array;
  private readonly firstTripMin: Int32Array;
  private readonly fromMin: Int32Array;
  private readonly toMin: Int32Array;
  private readonly pourCount: number;
  private readonly maxGapMin: number;
  /** Deliveries whose push has not been handed on yet. */
  private readonly queue: Int32Array;
  private tail = 0;
  private readonly isQueued: Uint8Array;
  /** Starts before they were pushed, newest last: delivery, minute. */
  private readonly trail: number[] = [];

  constructor(problem: PourProblem) {
    const { trucks, pours, tripMin, firstTripMin, maxGapMin } = problem;
    const smallestM3 = Math.min(...trucks.map(({ capacityM3 }) => capacityM3));
    this.deliveriesFrom = new Int32Array(pours.length + 1);
    for (const [pour, { demandM3 }] of pours.entries()) {
      const most = trucks.length === 0 ? 0 : Math.ceil(demandM3 / smallestM3);
      this.deliveriesFrom[pour + 1] = this.deliveriesFrom[pour]! + most;
    }
    const size = this.deliveriesFrom[pours.length]!;
    this.starts = new Int32Array(size);
    this.truckOf = new Int32Array(size);
    this.nexts = new Int32Array(size);
    this.previous = new Int32Array(size);
    this.pourOf = new Int32Array(size);
    for (const pour of pours.keys()) {
      this.pourOf.fill(pour, this.deliveriesFrom[pour]!, this.deliveriesFrom[pour + 1]!);
    }
    this.counts = new Int32Array(pours.length);
    this.firstOf = new Int32Array(trucks.length).fill(NONE);
    this.dischargeMin = Int32Array.from(trucks, (truck) => truck.dischargeMin);
    this.capacityM3 = Int32Array.from(trucks, (truck) => truck.capacityM3);
    this.tripMin = Int32Array.from(tripMin.flat());
    this.firstTripMin = Int32Array.from(firstTripMin);
    this.fromMin = Int32Array.from(pours, (pour) => pour.fromMin);
    this.toMin = Int32Array.from(pours, (pour) => pour.toMin);
    this.pourCount = pours.length;
    this.maxGapMin = maxGapMin;
    this.queue = new Int32Array(size + 1);
    this.isQueued = new Uint8Array(size);
  }

  /** When a truck that comes from one of its deliveries, or from the yard, can start at a pour. */
  readyMin(after: number, pour: number): number {
    if (after === NONE) return this.firstTripMin[pour]!;
    return this.endMin(after) + this.tripMin[this.pourOf[after]! * this.pourCount + pour]!;
  }

  endMin(delivery: number): number {
    return this.starts[delivery]! + this.dischargeMin[this.truckOf[delivery]!]!;
  }

  /** The latest start that the window of its pour leaves a truck. */
  lastStartMin(pour: number, truck: number): number {
    return this.toMin[pour]! - this.dischargeMin[truck]!;
  }

  /** Minutes from a discharge's end at one pour to the start at the pour of another delivery. */
  tripTo(pour: number, delivery: number): number {
    return this.tripMin[pour * this.pourCount + this.pourOf[delivery]!]!;
  }

  /** When the next delivery of a pour can start at the earliest: the window's begin, or the last one's end. */
  nextStartMin(pour: number): number {
    const count = this.counts[pour]!;
    return count === 0 ? this.fromMin[pour]! : this.endMin(this.deliveriesFrom[pour]! + count - 1);
  }

  /**
   * Puts a delivery at the end of a pour's row, and after one of its truck's (or first, for NONE).
   *
   * @returns how to take it back: a mark for `takeBack`; -1, and no change, when some delivery would
   * come too late
   */
  append(pour: number, truck: number, after: number): number {
    const mark = this.trail.length;
    const startMin = Math.max(this.nextStartMin(pour), this.readyMin(after, pour));
    const delivery = this.deliveriesFrom[pour]! + this.counts[pour]!;
    const next = after === NONE ? this.firstOf[truck]! : this.nexts[after]!;
    this.truckOf[delivery] = truck;
    this.previous[delivery] = after;
    this.nexts[delivery] = next;
    if (after === NONE) this.firstOf[truck] = delivery;
    else this.nexts[after] = delivery;
    if (next !== NONE) this.previous[next] = delivery;
    this.counts[pour]! += 1;
    this.starts[delivery] = startMin;
    if (startMin <= this.lastStartMin(pour, truck) && this.pushFrom(delivery)) return mark;
    this.takeBack(pour, mark);
    return -1;
  }

  /** Takes the last delivery of a pour out, and every push back that came after the mark. */
  takeBack(pour: number, mark: number): void {
    const { trail, starts } = this;
    while (trail.length > mark) {
      const startMin = trail.pop()!;
      starts[trail.pop()!] = startMin;
    }
    this.counts[pour]! -= 1;
    this.unlink(this.deliveriesFrom[pour]! + this.counts[pour]!);
  }

  /** Takes all deliveries of a pour out; `settle` lets the others start earlier again. */
  remove(pour: number): void {
    const from = this.deliveriesFrom[pour]!;
    for (let delivery = from + this.counts[pour]! - 1; delivery >= from; delivery -= 1) {
      this.unlink(delivery);
    }
    this.counts[pour] = 0;
  }

  /** Gives every delivery its earliest start. */
  settle(): void {
    this.trail.length = 0;
    let queued = 0;
    for (let pour = 0; pour < this.pourCount; pour += 1) {
      const from = this.deliveriesFrom[pour]!;
      for (let delivery = from; delivery < from + this.counts[pour]!; delivery += 1) {
        const isFirst = this.previous[delivery] === NONE;
        const fromMin = this.fromMin[pour]!;
        this.starts[delivery] = isFirst ? Math.max(fromMin, this.firstTripMin[pour]!) : fromMin;
        this.queue[queued] = delivery;
        this.isQueued[delivery] = 1;
        queued += 1;
      }
    }
    this.spread(queued, NONE);
    this.trail.length = 0;
  }

  /** Forgets how to take back; what stands stands. */
  forget(): void {
    this.trail.length = 0;
  }

  save(): NetworkState {
    return {
      starts: this.starts.slice(),
      truckOf: this.truckOf.slice(),
      nexts: this.nexts.slice(),
      previous: this.previous.slice(),
      firstOf: this.firstOf.slice(),
      counts: this.counts.slice(),
    };
  }

  restore(state: NetworkState): void {
    this.starts.set(state.starts);
    this.truckOf.set(state.truckOf);
    this.nexts.set(state.nexts);
    this.previous.set(state.previous);
    this.firstOf.set(state.firstOf);
    this.counts.set(state.counts);
    this.trail.length = 0;
  }

  private unlink(delivery: number): void {
    const before = this.previous[delivery]!;
    const next = this.nexts[delivery]!;
    if (before === NONE) this.firstOf[this.truckOf[delivery]!] = next;
    else this.nexts[before] = next;
    if (next !== NONE) this.previous[next] = before;
  }

  private pushFrom(delivery: number): boolean {
    this.queue[0] = delivery;
    this.isQueued[delivery] = 1;
    return this.spread(1, delivery);
  }

  /**
   * Hands the pushes of the queued deliveries on until all is in order.
   *
   * @param source the new delivery: what pushes it in turn can never come to rest
   * @returns false when a delivery would start too late
   */
  private spread(queued: number, source: number): boolean {
    const { queue, isQueued } = this;
    this.tail = queued % queue.length;
    let isInTime = true;
    for (let head = 0; head !== this.tail; head = head + 1 === queue.length ? 0 : head + 1) {
      const delivery = queue[head]!;
      isQueued[delivery] = 0;
      if (isInTime) isInTime = this.pushNeighbours(delivery, source);
    }
    return isInTime;
  }

  /** Pushes what follows on the truck's day, and what stands after and before at the pour. */
  private pushNeighbours(delivery: number, source: number): boolean {
    const { starts, truckOf, pourOf, dischargeMin } = this;
    const pour = pourOf[delivery]!;
    const endMin = this.endMin(delivery);
    const first = this.deliveriesFrom[pour]!;
    const next = this.nexts[delivery]!;
    if (next !== NONE && !this.push(next, endMin + this.tripTo(pour, next), source)) return false;
    const isLast = delivery + 1 === first + this.counts[pour]!;
    if (!isLast && !this.push(delivery + 1, endMin, source)) return false;
    if (delivery === first) return true;
    const lagMin = this.maxGapMin + dischargeMin[truckOf[delivery - 1]!]!;
    return this.push(delivery - 1, starts[delivery]! - lagMin, source);
  }

  private push(delivery: number, toMin: number, source: number): boolean {
    const { starts, queue } = this;
    if (starts[delivery]! >= toMin) return true;
    const lastMin = this.lastStartMin(this.pourOf[delivery]!, this.truckOf[delivery]!);
    if (delivery === source || toMin > lastMin) return false;
    this.trail.push(delivery, starts[delivery]!);
    starts[delivery] = toMin;
    if (this.isQueued[delivery] === 1) return true;
    this.isQueued[delivery] = 1;
    queue[this.tail] = delivery;
    this.tail = this.tail + 1 === queue.length ? 0 : this.tail + 1;
    return true;
  }
}
