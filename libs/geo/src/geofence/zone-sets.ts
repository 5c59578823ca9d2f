/** Number of the set without zones. */
export const NO_ZONES = 0;

/**
 * Sets of zones, each made once and known by a number: equal sets have one number, and callers are
 * given one list for all of them. Sets are made as they are asked for.
 */
export class ZoneSets {
  /** The ids of each set's zones, in the zones' order, by the set's number. */
  readonly ids: (readonly string[])[] = [Object.freeze([])];
  private readonly zones: (readonly number[])[] = [[]];
  private readonly larger: Map<number, number>[] = [new Map()];
  private readonly numbers = new Map<string, number>([['', NO_ZONES]]);
  private readonly idOf: string[];

  constructor(ids: readonly string[]) {
    this.idOf = [...ids];
  }

  /** Gives a new zone its place, behind all that ever had one: indexes that share sets may part. */
  add(id: string): number {
    return this.idOf.push(id) - 1;
  }

  /** The set with one zone more; the same set when it has it already. */
  with(set: number, zone: number): number {
    return this.larger[set]!.get(zone) ?? this.make(set, zone);
  }

  private make(set: number, zone: number): number {
    const zones = this.zones[set]!;
    const larger = zones.includes(zone)
      ? set
      : this.numberOf([...zones, zone].toSorted((one, other) => one - other));
    this.larger[set]!.set(zone, larger);
    return larger;
  }

  private numberOf(zones: readonly number[]): number {
    const name = zones.join();
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.ids.push(Object.freeze(zones.map((zone) => this.idOf[zone]!))) - 1;
    this.zones.push(zones);
    this.larger.push(new Map());
    this.numbers.set(name, number);
    return number;
  }
}
