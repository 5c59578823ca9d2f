import type { IncomingFix } from '../incoming-fix.js';

/** A fix ready to be stored: as it was sent, its shard known, its position in WGS-84. */
export interface StorableFix {
  readonly sent: IncomingFix;
  readonly shard: number;
  readonly lng: number;
  readonly lat: number;
}

/** A fix with its place in the order in which everything is judged. */
export interface StoredFix extends StorableFix {
  readonly arrival: number;
}

/** Fixes of one group of shards that were stored together; `firstArrival` and group name them. */
export interface StoredGroup {
  readonly firstArrival: number;
  readonly shardGroup: number;
  readonly fixes: readonly StoredFix[];
}
