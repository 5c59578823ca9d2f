/**
 * A day of pours to be served, in whole minutes. It is plain data: it crosses a worker's boundary.
 *
 * A pour is served by a chain of deliveries of which one discharges at a time, or not at all.
 */
export interface PourProblem {
  readonly trucks: readonly Truck[];
  readonly pours: readonly Pour[];
  /** `tripMin[i][j]`: from pour i over the best plant to pour j, for i = j too. */
  readonly tripMin: readonly (readonly number[])[];
  /** `firstTripMin[j]`: from the yard over the best plant to pour j. */
  readonly firstTripMin: readonly number[];
  /** Minutes from the end of one delivery to the start of the next at the same pour, at the most. */
  readonly maxGapMin: number;
}

export interface Truck {
  readonly id: string;
  readonly capacityM3: number;
  /** Minutes to discharge, whatever is left to pour. */
  readonly dischargeMin: number;
}

export interface Pour {
  readonly id: string;
  /** Served when the capacities of its deliveries cover this; what is more is waste. */
  readonly demandM3: number;
  /** Every delivery starts and ends within [from, to]. */
  readonly fromMin: number;
  readonly toMin: number;
}
