import type { ZoneFact } from '@tongyun/permission';

/** Sets of zones in which a day's vehicles will be, each known by a number. */
export class ZoneSets {
  private readonly sets: ZoneFact[][] = [];
  private readonly numbers = new Map<string, number>();

  /** In the sequence of their numbers. */
  get all(): readonly ZoneFact[][] {
    return this.sets;
  }

  /** The number of a set, whatever the sequence of its zones; −1 for none at all. */
  numberOf(zones: readonly ZoneFact[]): number {
    if (zones.length === 0) return -1;
    const key = zones
      .map(({ zoneId }) => zoneId)
      .toSorted()
      .join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.sets.push([...zones]) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
