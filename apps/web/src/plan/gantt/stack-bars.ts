import { endOf, type GanttBar, startOf } from './gantt-row.js';

/** Puts bars into as few lanes as they need, in time; bars of one lane never overlap. */
export function stackBars(bars: readonly Omit<GanttBar, 'lane'>[]): {
  readonly bars: GanttBar[];
  readonly lanes: number;
} {
  const freeFrom: number[] = [];
  const stacked = bars
    .toSorted((one, other) => startOf(one) - startOf(other))
    .map((bar) => {
      const free = freeFrom.findIndex((at) => at <= startOf(bar));
      const lane = free < 0 ? freeFrom.length : free;
      freeFrom[lane] = endOf(bar);
      return { ...bar, lane };
    });
  return { bars: stacked, lanes: Math.max(1, freeFrom.length) };
}
