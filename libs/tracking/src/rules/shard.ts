/** Vehicles are hashed to this many shards; changing it strands what is stored and unjudged. */
export const SHARD_COUNT = 64;

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
