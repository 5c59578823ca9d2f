import type { FixRows } from '../fix-rows.js';

/** Fixes that get their arrivals together: those from place `from` up to `to`. */
export interface FixBlock {
  readonly fixes: FixRows;
  readonly from: number;
  readonly to: number;
  /** Of the one at `from`; each further one arrived by one later. */
  readonly firstArrival: number;
}

/** A block that is ready to be stored. */
export interface PreparedBlock extends FixBlock {
  /** As COPY takes them; null where they are inserted, for some of them may be known or the database has no COPY. */
  readonly copied: Buffer | null;
}

/** Fixes of one group of shards that were stored together; the block's first arrival and group name them. */
export interface StoredGroup {
  readonly block: FixBlock;
  readonly shardGroup: number;
  /** Which of the block are of the group, in order; never none. */
  readonly places: readonly number[];
}

/** Where in the order in which everything is judged the fix at a place stands. */
export const arrivalAt = ({ firstArrival, from }: FixBlock, place: number): number =>
  firstArrival + place - from;
