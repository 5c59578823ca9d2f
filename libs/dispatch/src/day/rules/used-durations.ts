import type { UsedDuration } from '@tongyun/durations';

/** What the loads of one order take, and where each figure comes from. */
export interface OrderDurations {
  /** Minutes on site until the first concrete, once a place is free. */
  readonly waiting: UsedDuration;
  /** Minutes a cubic metre. */
  readonly discharge: UsedDuration;
  readonly sources: readonly SourceDurations[];
}

export interface SourceDurations {
  readonly plantId: string;
  /** Minutes at the plant beside the batching itself. */
  readonly loading: UsedDuration;
  /** How many times as long as the road's answer its ways take. */
  readonly travel: UsedDuration;
}
