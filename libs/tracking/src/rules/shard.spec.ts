import { SHARD_COUNT, shardOf } from './shard.js';

const idOf = (number: number) => `0193a0c0-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

describe('shardOf', () => {
  it('never changes for a vehicle, or stored fixes would be left unjudged', () => {
    expect([idOf(1), idOf(2), idOf(2_465)].map(shardOf)).toEqual([4, 61, 10]);
  });

  it('spreads a city over all shards, none with thrice its share', () => {
    const counts = Array.from({ length: SHARD_COUNT }, () => 0);
    for (let number = 0; number < 3_100; number++) counts[shardOf(idOf(number))]! += 1;

    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThan((3 * 3_100) / SHARD_COUNT);
  });
});
