const MIN_PER_HOUR = 60;

/**
 * How fast one supplier brings its part, so that all of them end together, m³/h.
 *
 * @param rateM3PerHour what the site takes of all of them
 * @param ownM3 what this one brings; above 0
 * @param totalM3 what all bring together; at least `ownM3`
 */
export const paceOf = (rateM3PerHour: number, ownM3: number, totalM3: number): number =>
  totalM3 > 0 ? (rateM3PerHour * ownM3) / totalM3 : rateM3PerHour;

/**
 * How long after the first truck of the pour the first of a partner is wanted, minutes: after one
 * truck of each supplier before it, so that they take turns at the site.
 *
 * @param before suppliers before it, the lead among them
 * @param loadM3 what a truck brings
 */
export const turnMin = (before: number, loadM3: number, rateM3PerHour: number): number =>
  Math.round(((before * loadM3) / rateM3PerHour) * MIN_PER_HOUR);
