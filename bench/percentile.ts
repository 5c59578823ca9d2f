/** The value that `share` (0 to 1) of the values do not exceed; nearest rank, NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN;
}

/** Median, 99th percentile and worst of milliseconds, each rounded. */
export const latencies = (values: readonly number[]) => ({
  p50Ms: Math.round(percentile(values, 0.5)),
  p99Ms: Math.round(percentile(values, 0.99)),
  maxMs: Math.round(percentile(values, 1)),
});
