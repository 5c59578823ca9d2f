import type { LoadKind } from '../problem/day-problem.js';
import type { DayState } from '../state/day-state.js';

/** A load that is being tried on a truck, a plant's line and a time; the rules say what forbids it. */
export interface TripTry {
  readonly order: number;
  readonly kind: LoadKind;
  readonly m3: number;
  readonly truck: number;
  readonly plant: number;
  readonly line: number;
  readonly place: number;
  readonly loadFromSec: number;
  readonly loadToSec: number;
  readonly arriveSec: number;
  readonly dischargeFromSec: number;
  readonly dischargeToSec: number;
  readonly leaveSec: number;
  /** Where among the truck's trips it would come. */
  readonly at: number;
  /** By when the discharge must begin: the window of the first, the cold joint of the others. */
  readonly latestSec: number;
  /** By when the place must be free again for a truck of another order or plan; Infinity: for good. */
  readonly untilSec: number;
  /** When the pumps stand ready; −Infinity without any. */
  readonly pumpsReadySec: number;
  /** Whether nothing of the order has reached the site before it. */
  readonly isFirst: boolean;
}

/** One hard rule about a load. Its code is what people are shown. */
export interface TripRule {
  readonly code: string;
  forbids(trip: TripTry, state: DayState): boolean;
}
