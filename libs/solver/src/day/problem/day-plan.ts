import type { LoadKind, LoadTimes, StartedLoad } from './day-problem.js';

/** Who brings what, and when: one row a load and one a pump's stay. */
export interface DayPlan {
  readonly loads: readonly PlannedLoad[];
  readonly pumpJobs: readonly PlannedPumpJob[];
  /** Orders with loads to come that are given up, for no pump is to be had for them; left out: none. */
  readonly pumpless?: readonly number[];
}

export interface PlannedLoad extends LoadTimes {
  readonly order: number;
  readonly truck: number;
  readonly plant: number;
  readonly line: number;
  /** Which of the site's discharging places. */
  readonly place: number;
  readonly m3: number;
  readonly kind: LoadKind;
  /** Under way, done or held: kept as it is. */
  readonly started: boolean;
  /** Of a started one: it has not begun. Left out: it has. */
  readonly isHeld?: boolean;
  readonly refusedM3: number;
}

export interface PlannedPumpJob {
  readonly order: number;
  readonly pump: number;
  /** Standing and ready to pump. */
  readonly readySec: number;
  /** The last concrete is through. */
  readonly untilSec: number;
  /** Washed, ready to move on. */
  readonly leaveSec: number;
  readonly started: boolean;
}

/** A load that is no choice any more, as a row of the plan. */
export const startedLoad = (order: number, load: StartedLoad): PlannedLoad => ({
  ...load,
  order,
  started: true,
});
