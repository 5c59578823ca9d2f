/** One truck's discharge at one pour; both by their place in the problem's lists. */
export interface Delivery {
  readonly pour: number;
  readonly truck: number;
  readonly startMin: number;
}

export interface PourPlan {
  /** By pour, then by time; only pours that are served whole have any. */
  readonly deliveries: readonly Delivery[];
  /** Demand of the pours that are served. */
  readonly servedM3: number;
}
