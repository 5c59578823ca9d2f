import type { Presences } from './presence.js';
import type { TrackState } from './track-state.js';

export type DwellKind = 'plant' | 'site' | 'zone';

/** Something that a vehicle is in, and since when, ms since 1970. */
export interface Dwell {
  readonly kind: DwellKind;
  readonly id: string;
  readonly sinceMs: number;
}

/**
 * What a vehicle is in and since when: the fences of its trip or pump job, the yards of its enterprise and
 * the zones that bind it. It dwells from the first of the fixes that made the crossing, as its alerts do;
 * of a plant that is both on its way and its enterprise's the longer one counts.
 *
 * @returns longest first
 */
export function findDwells({
  fences,
  yards,
  zones,
}: Pick<TrackState, 'fences' | 'yards' | 'zones'>): Dwell[] {
  const found = [
    ...insideOf(fences).map(([name, sinceMs]) => ({ ...readFence(name), sinceMs })),
    ...insideOf(yards).map(([id, sinceMs]) => ({ kind: 'plant' as const, id, sinceMs })),
    ...insideOf(zones).map(([id, sinceMs]) => ({ kind: 'zone' as const, id, sinceMs })),
  ].toSorted((one, other) => one.sinceMs - other.sinceMs);
  return found.filter(
    (dwell, nth) =>
      found.findIndex(({ kind, id }) => kind === dwell.kind && id === dwell.id) === nth,
  );
}

function insideOf(presences: Presences): [string, number][] {
  return Object.entries(presences).flatMap(([name, { isInside, crossing }]) => {
    const [first] = crossing;
    return isInside && first ? [[name, first.atMs]] : [];
  });
}

/** `plant:<id>` or `site:<id>`. */
function readFence(name: string): Pick<Dwell, 'kind' | 'id'> {
  const [kind, id = ''] = name.split(':');
  return { kind: kind === 'plant' ? 'plant' : 'site', id };
}
