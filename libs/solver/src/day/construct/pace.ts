/** When the first discharge begins, and how long the site then waits between two. */
export interface Pace {
  readonly startSec: number;
  readonly pauseSec: number;
}
