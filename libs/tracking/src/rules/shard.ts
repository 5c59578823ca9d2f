/** Vehicles are hashed to this many shards; changing it strands what is stored and unjudged. */
export const SHARD_COUNT = 64;
/** Shards are leased, and what waits is told of, in this many groups; see SHARD_COUNT. */
export const SHARD_GROUP_COUNT = 8;

/**
 * The shard of a vehicle, [0, SHARD_COUNT): FNV-1a over its id, the same in every process.
 *
 * @param vehicleId any text; ids that differ in one place spread over all shards
 */
export function shardOf(vehicleId: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < vehicleId.length; place++) {
    hash ^= vehicleId.charCodeAt(place);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % SHARD_COUNT;
}

/** The group of a shard, [0, SHARD_GROUP_COUNT). */
export const groupOfShard = (shard: number): number => shard % SHARD_GROUP_COUNT;

/** Every shard of a group. */
export const shardsOfGroup = (group: number): number[] =>
  Array.from({ length: SHARD_COUNT }, (_, shard) => shard).filter(
    (shard) => groupOfShard(shard) === group,
  );
