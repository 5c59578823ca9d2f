/** The volumes of an order that its progress is told from, m³. */
export interface OrderVolumes {
  readonly plannedM3: number;
  readonly deliveredM3: number;
  readonly onRoadM3: number;
}

export interface OrderProgress {
  /** Shares of the planned volume in per cent, together never above 100. */
  readonly deliveredPct: number;
  readonly onRoadPct: number;
  /** Planned volume that is neither delivered nor on the road, m³, never below 0. */
  readonly gapM3: number;
}

/** How far an order has come. */
export function progressOf({ plannedM3, deliveredM3, onRoadM3 }: OrderVolumes): OrderProgress {
  const deliveredPct = Math.min(100, (deliveredM3 / plannedM3) * 100);
  const onRoadPct = Math.min(100 - deliveredPct, (onRoadM3 / plannedM3) * 100);
  return { deliveredPct, onRoadPct, gapM3: Math.max(0, plannedM3 - deliveredM3 - onRoadM3) };
}
