import type { DayProblem } from '../problem/day-problem.js';

/** Seconds of driving, computed afresh from the table. */
export function driveTime({ travel }: DayProblem, from: number, to: number, at: number): number {
  if (from === to) return 0;
  const { places, freeSec, hourFactor, placeFactor } = travel;
  const last = hourFactor.length - 1;
  const hour = Math.min(Math.max(at, 0) / 3600, last);
  const low = Math.floor(hour);
  const high = Math.min(low + 1, last);
  const factor = hourFactor[low]! * (1 - (hour - low)) + hourFactor[high]! * (hour - low);
  return freeSec[places * from + to]! * factor * placeFactor[from]! * placeFactor[to]!;
}

/** What rounding to whole seconds may add up to. */
export const ROUNDED_SEC = 1;
