/** Volumes are weighed to two decimals (rules §1): less is a rounding error, m³. */
export const SMALLEST_M3 = 0.005;

/** A volume as it is weighed, m³ to two decimals. */
export const roundM3 = (volumeM3: number): number => Math.round(volumeM3 * 100) / 100;

/** Whether two volumes in m³ are the same as weighed. */
export const isSameM3 = (one: number, other: number): boolean =>
  Math.abs(one - other) < SMALLEST_M3;

/** The volumes that an order's progress is told from, m³. */
export interface OrderVolumes {
  readonly plannedM3: number;
  readonly deliveredM3: number;
  readonly onRoadM3: number;
}

/** What of an order is neither delivered nor on the road, m³, never below 0. */
export const remainingM3Of = ({ plannedM3, deliveredM3, onRoadM3 }: OrderVolumes): number =>
  roundM3(Math.max(0, plannedM3 - deliveredM3 - onRoadM3));
