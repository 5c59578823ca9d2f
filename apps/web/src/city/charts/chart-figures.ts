/** What was done, what it is measured against, and the most that could be. */
export type ChartTone = 'done' | 'target' | 'most';

/** One measure over all names of a chart; null where it is not known. */
export interface ChartSeries {
  readonly name: string;
  readonly tone: ChartTone;
  readonly values: readonly (number | null)[];
  /** A line with a scale of its own, for what is counted in another unit than the bars. */
  readonly isLine?: boolean;
}

/** What a chart draws and its table tells in words. */
export interface ChartFigures {
  /** Upright bars follow time, lying ones have room for the names of things. */
  readonly direction: 'upright' | 'lying';
  readonly names: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Whether there is nothing to draw: every value is zero or not known. */
export const isBlank = ({ series }: ChartFigures): boolean =>
  series.every(({ values }) => values.every((value) => (value ?? 0) === 0));
