import type { Interval } from '@tongyun/kernel';

/** The fields of a zone's version that this rule reads. */
export interface DatedVersion {
  readonly zoneId: string;
  readonly version: number;
  readonly effectiveFrom: Date;
  readonly isRetired: boolean;
}

/**
 * Finds the version of each zone that holds at an instant: of those in effect the one of the latest day, and
 * of one day the later decision. What is planned thus takes effect though something else is decided for the
 * time before it. A retired zone has none.
 */
export function findVersionsInForce<Version extends DatedVersion>(
  versions: readonly Version[],
  at: Date,
): Version[] {
  const latest = new Map<string, Version>();
  for (const version of versions) {
    if (version.effectiveFrom > at) continue;
    const known = latest.get(version.zoneId);
    if (!known || isBefore(known, version)) latest.set(version.zoneId, version);
  }
  return [...latest.values()].filter(({ isRetired }) => !isRetired);
}

function isBefore(one: DatedVersion, other: DatedVersion): boolean {
  const laterMs = other.effectiveFrom.getTime() - one.effectiveFrom.getTime();
  return laterMs > 0 || (laterMs === 0 && one.version < other.version);
}

/** The first and the last instant that a Date can be. */
const [EVER, FOREVER] = [new Date(-8.64e15), new Date(8.64e15)];

/** The longest time around an instant in which the same versions hold: none takes effect in it. */
export function findSpanOfSameZones(
  versions: readonly Pick<DatedVersion, 'effectiveFrom'>[],
  at: Date,
): Interval {
  let [from, to] = [EVER, FOREVER];
  for (const { effectiveFrom } of versions) {
    if (effectiveFrom <= at && effectiveFrom > from) from = effectiveFrom;
    if (effectiveFrom > at && effectiveFrom < to) to = effectiveFrom;
  }
  return { from, to };
}
