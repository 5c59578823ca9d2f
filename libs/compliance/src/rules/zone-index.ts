import { buildGeofenceIndex, type GeofenceIndex, type IndexedZone } from '@tongyun/geo';

/** A zone as it is drawn in one of its versions; the same id and version is the same area. */
export interface DrawnZone extends IndexedZone {
  readonly version: number;
}

export interface ZoneIndex {
  readonly index: GeofenceIndex;
  /** By zone id, the version that stands in the index. */
  readonly versions: ReadonlyMap<string, number>;
  /** How many zones were swapped since it was built. */
  readonly swaps: number;
}

/** An index keeps the place of what was swapped out of it, and its lattice lies over what it was built of. */
const MOST_SWAPS = 64;

/**
 * The index of these zones, made of the one before by swapping the zones that differ, which takes a few
 * milliseconds each; built anew, in some hundred, where half of them or more do, or too many were swapped.
 * The one before stays as it is, so whoever asks it meanwhile meets no half of a change.
 */
export function followZoneIndex(before: ZoneIndex | null, zones: readonly DrawnZone[]): ZoneIndex {
  const versions = new Map(zones.map(({ id, version }) => [id, version]));
  if (before === null) return { index: buildGeofenceIndex(zones), versions, swaps: 0 };
  const drawn = zones.filter(({ id, version }) => before.versions.get(id) !== version);
  const gone = [...before.versions.keys()].filter((id) => !versions.has(id));
  const swapped = drawn.length + gone.length;
  const swaps = before.swaps + swapped;
  if (2 * swapped > zones.length || swaps > MOST_SWAPS) return followZoneIndex(null, zones);
  let { index } = before;
  for (const id of gone) index = index.without(id);
  for (const zone of drawn) index = index.with(zone);
  return { index, versions, swaps };
}
