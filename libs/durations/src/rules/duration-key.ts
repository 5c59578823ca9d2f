/**
 * What is learnt of a load's day.
 *
 * `loading`: minutes at the plant beside the batching itself. `travel`: how many times as long as
 * the road's answer the way took. `waiting`: minutes on site until the first concrete, without those
 * spent behind another truck, which a plan knows itself. `discharge`: minutes a cubic metre.
 */
export type DurationKind = 'loading' | 'travel' | 'waiting' | 'discharge';
export type PlacingMethod = 'chute' | 'pump';
/** What is poured, as an order states it. */
export type PourKind = 'foundation' | 'slab' | 'wall_column' | 'pile' | 'pavement' | 'other';

export const DURATION_KINDS: readonly DurationKind[] = [
  'loading',
  'travel',
  'waiting',
  'discharge',
];

/** Where and when one value holds; null: wherever, whenever. */
export interface DurationKey {
  readonly kind: DurationKind;
  readonly plantId: string | null;
  readonly siteId: string | null;
  readonly placingMethod: PlacingMethod | null;
  readonly pourKind: PourKind | null;
  /** Local hour of day, 0 to 23. */
  readonly hour: number | null;
}

/** A load's share of a duration: which plant, site, way of placing, kind of pour and hour it is about. */
export interface DurationPlace {
  readonly plantId: string;
  readonly siteId: string;
  readonly placingMethod: PlacingMethod;
  /** Null: nobody said what is poured. */
  readonly pourKind: PourKind | null;
  readonly hour: number;
}

/** How narrow a key is, from one hour at one site to a whole plant. */
export type DurationLevel = 'site_hour' | 'site' | 'plant_hour' | 'plant';

/**
 * The keys that a duration counts for, and is looked up by, the narrowest first. Loading is the
 * plant's; a way belongs to both its ends; waiting and discharge are the site's, whichever plant
 * brings the concrete, by chute and pump apart. How fast a site takes concrete is also known of each
 * kind of pour apart, and of all kinds together where it is not.
 */
export function keysOf(kind: DurationKind, place: DurationPlace): readonly DurationKey[] {
  const { plantId, siteId, placingMethod, pourKind, hour } = place;
  const key = (given: Partial<DurationKey>): DurationKey => ({
    kind,
    plantId: null,
    siteId: null,
    placingMethod: null,
    pourKind: null,
    hour: null,
    ...given,
  });
  if (kind === 'loading') return [key({ plantId, hour }), key({ plantId })];
  if (kind === 'travel') {
    return [
      key({ plantId, siteId, hour }),
      key({ plantId, siteId }),
      key({ plantId, hour }),
      key({ plantId }),
    ];
  }
  const ofKind =
    kind === 'discharge' && pourKind !== null
      ? [key({ siteId, placingMethod, pourKind, hour }), key({ siteId, placingMethod, pourKind })]
      : [];
  return [
    ...ofKind,
    key({ siteId, placingMethod, hour }),
    key({ siteId, placingMethod }),
    key({ plantId, placingMethod, hour }),
    key({ plantId, placingMethod }),
  ];
}

/** Whether a key is one that durations are looked up by. */
export function isDurationKey(key: DurationKey): boolean {
  const place = {
    plantId: key.plantId ?? '',
    siteId: key.siteId ?? '',
    placingMethod: key.placingMethod ?? 'chute',
    pourKind: key.pourKind,
    hour: key.hour ?? 0,
  } satisfies DurationPlace;
  return keysOf(key.kind, place).some((known) => nameOf(known) === nameOf(key));
}

/** How narrow the key is. */
export function levelOf({ siteId, hour }: DurationKey): DurationLevel {
  if (siteId !== null) return hour === null ? 'site' : 'site_hour';
  return hour === null ? 'plant' : 'plant_hour';
}

/**
 * One text for a key, the same for the same key: what rows and maps find it by. A kind of pour stands
 * at its end, so that what was learnt before kinds were told apart keeps its name.
 */
export const nameOf = (key: DurationKey): string => {
  const { kind, plantId, siteId, placingMethod, pourKind, hour } = key;
  const name = [kind, plantId ?? '*', siteId ?? '*', placingMethod ?? '*', hour ?? '*'].join('/');
  return pourKind === null ? name : `${name}/${pourKind}`;
};
