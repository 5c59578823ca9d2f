/** Volumes are weighed to two decimals (rules §1): less is a rounding error, m³. */
export const SMALLEST_M3 = 0.005;

/** A volume as it is weighed, m³ to two decimals. */
export const roundM3 = (volumeM3: number): number => Math.round(volumeM3 * 100) / 100;

/** Whether two volumes in m³ are the same as weighed. */
export const isSameM3 = (one: number, other: number): boolean =>
  Math.abs(one - other) < SMALLEST_M3;
