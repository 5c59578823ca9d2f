/** A source of numbers in [0, 1) that gives the same ones for the same seed. */
export type Random = () => number;

/** Mulberry32: small, fast and even enough for traffic and for searches; never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number in [from, to). */
export const between = (random: Random, from: number, to: number): number =>
  from + random() * (to - from);

/** One of the list; the list must not be empty. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  if (items.length === 0) throw new RangeError('nothing to pick from');
  return items[Math.floor(random() * items.length)]!;
}
