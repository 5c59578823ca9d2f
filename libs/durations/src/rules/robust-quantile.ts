/** How many robust standard deviations from the median a value may be; beyond it is an outlier. */
const FARTHEST_Z = 3.5;
/** Makes the median absolute deviation of normal values their standard deviation. */
const MAD_TO_SIGMA = 1.4826;
/** The same for the mean absolute deviation, which stands in where the other is 0. */
const MEAN_AD_TO_SIGMA = 1.2533;

/** So near to the median, as a share of it, no value is an outlier however alike the others are. */
const NEAR_SHARE = 0.1;

/**
 * The quantile of some values, between neighbours by distance (type 7 of Hyndman and Fan, Sample
 * quantiles in statistical packages, 1996). NaN of none.
 *
 * @param share of the values that lie below it, [0, 1]
 */
export function computeQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Those values that belong together: what is further from the median than 3.5 robust standard
 * deviations is left out (the modified z-score of Iglewicz and Hoaglin, How to detect and handle
 * outliers, 1993), and more than a tenth of the median. A truck that broke down on the way says nothing of the
 * way; one that was a minute slower than others that were all alike does.
 */
export function dropOutliers(values: readonly number[]): number[] {
  const median = computeQuantile(values, 0.5);
  const apart = values.map((value) => Math.abs(value - median));
  const medianApart = computeQuantile(apart, 0.5);
  const meanApart = apart.reduce((sum, one) => sum + one, 0) / apart.length;
  const sigma = medianApart > 0 ? medianApart * MAD_TO_SIGMA : meanApart * MEAN_AD_TO_SIGMA;
  const farthest = Math.max(FARTHEST_Z * sigma, NEAR_SHARE * median);
  return values.filter((_, index) => apart[index]! <= farthest);
}

/** What some observed values say, and how many of them it rests on. */
export interface LearntValue {
  readonly value: number;
  readonly sampleCount: number;
}

/**
 * What observed values come to: a quantile of those that are no outliers. Null when there are none.
 *
 * @param share [0, 1]; above a half plans for the slower ones, so that fewer are late
 */
export function learnValue(values: readonly number[], share: number): LearntValue | null {
  const kept = dropOutliers(values);
  if (kept.length === 0) return null;
  return { value: computeQuantile(kept, share), sampleCount: kept.length };
}
