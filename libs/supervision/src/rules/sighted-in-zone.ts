import {
  judge,
  type PermissionFacts,
  type Reason,
  type VehicleFact,
  type ZoneFact,
} from '@tongyun/permission';

/** Colours of the plates that mixers and pumps carry (R1): heavy vehicles, and heavy ones of new energy. */
const HEAVY_PLATE_COLORS: readonly string[] = ['yellow', 'yellow_green'];

/** What a camera told of a vehicle beside its plate; null: it did not say. */
export interface SeenVehicle {
  readonly plateColor: string | null;
  /** The plate ends as trailers' and driving schools' do: 挂, 学. */
  readonly isTrailersOrSchools: boolean;
  /** A concrete vehicle's kind, or `other` for every vehicle that is none. */
  readonly seenKind: VehicleFact['kind'] | 'other' | null;
}

/** As what a plate that nobody has entered is judged, and how grave it is to find it in a zone. */
export interface Suspicion {
  readonly kind: VehicleFact['kind'];
  readonly level: 'notice' | 'grave';
}

/**
 * Suspects a plate that nobody has entered of being a concrete vehicle's. What the camera took it
 * for decides, whatever its colour: a vehicle of another kind is none. Where the camera does not
 * tell kinds apart, a heavy vehicle's plate is noticed, judged as a mixer, for most of those are
 * lorries and buses; so is one whose colour no camera told: that nobody knows it is no leave. A trailer's
 * or a driving school's is no mixer's.
 *
 * @returns null: no suspicion
 */
export function suspect({
  plateColor,
  isTrailersOrSchools,
  seenKind,
}: SeenVehicle): Suspicion | null {
  if (seenKind === 'other') return null;
  if (seenKind !== null) return { kind: seenKind, level: 'grave' };
  const mayBeHeavy = plateColor === null || HEAVY_PLATE_COLORS.includes(plateColor);
  return mayBeHeavy && !isTrailersOrSchools ? { kind: 'mixer', level: 'notice' } : null;
}

/** A zone in which a vehicle was seen without the registration that the zone demands. */
export interface UnregisteredIn<Zone> {
  readonly zone: Zone;
  readonly reasons: readonly Reason[];
}

/**
 * Finds the zones, of those that cover the place, in which a vehicle must not be for want of a
 * registration in force at that instant: those that bind it, at their hours (R3).
 */
export const findUnregisteredIn = <Zone extends { readonly fact: ZoneFact }>(
  { zones, ...facts }: Omit<PermissionFacts, 'zones'> & { readonly zones: readonly Zone[] },
  at: Date,
): UnregisteredIn<Zone>[] =>
  zones.flatMap((zone) => {
    const reasons = judge(
      { ...facts, zones: [{ zone: zone.fact, stay: null }] },
      { from: at, to: at },
    ).filter(isOfRegistration);
    return reasons.length === 0 ? [] : [{ zone, reasons }];
  });

const isOfRegistration = ({ code, effect }: Reason): boolean =>
  effect === 'forbids_road' && (code === 'not_registered' || code === 'registration_suspended');
