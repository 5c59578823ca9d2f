import { judge, type PermissionFacts, type Reason, type ZoneFact } from '@tongyun/permission';

/** Colours of the plates that mixers and pumps carry (R1): heavy vehicles, and heavy ones of new energy. */
const HEAVY_PLATE_COLORS: readonly string[] = ['yellow', 'yellow_green'];

/**
 * Whether a plate that nobody has entered may be a concrete vehicle's. One whose colour no camera
 * told may be: that nobody knows it is no leave.
 */
export const mayBeConcreteVehicle = (plateColor: string | null): boolean =>
  plateColor === null || HEAVY_PLATE_COLORS.includes(plateColor);

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
