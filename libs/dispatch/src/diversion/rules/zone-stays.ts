import { addMinutes, type Interval } from '@tongyun/kernel';

/** A zone that a way touches. */
interface TouchedZone {
  readonly zoneId: string;
}

/** Minutes for which a truck is taken to stay in the zones where it is now; ours, as at a site. */
const LEAVING_MIN = 10;

/**
 * Estimates the stays in zones of a truck that sets out now: some minutes in those where it is, the
 * whole stay at the goal in those there, and all the time where it never leaves. Zones that lie
 * between are not seen, because the way is not known.
 *
 * @param atGoal from entering to leaving the zones at the goal
 */
export function estimateZoneStays<Zone extends TouchedZone>(
  here: readonly Zone[],
  there: readonly Zone[],
  atGoal: Interval,
  now: Date,
): { readonly zone: Zone; readonly stay: Interval }[] {
  const isThere = ({ zoneId }: Zone) => there.some((other) => other.zoneId === zoneId);
  const left = here.filter((zone) => !isThere(zone));
  const isHere = ({ zoneId }: Zone) => here.some((other) => other.zoneId === zoneId);
  return [
    ...left.map((zone) => ({ zone, stay: { from: now, to: addMinutes(now, LEAVING_MIN) } })),
    ...there.map((zone) => ({
      zone,
      stay: { from: isHere(zone) ? now : atGoal.from, to: atGoal.to },
    })),
  ];
}
