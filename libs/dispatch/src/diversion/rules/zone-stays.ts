import { addMinutes, addSeconds, type Interval, secondsBetween } from '@tongyun/kernel';

/** A zone that a way touches. */
interface TouchedZone {
  readonly zoneId: string;
}

/** A zone on the way, as shares of the time that the way takes: 0 at its beginning, 1 at its end. */
interface CrossedZone<Zone> {
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
}

/** Minutes for which a truck is taken to stay in the zones where it is now; ours, as at a site. */
const LEAVING_MIN = 10;

/**
 * Estimates the stays in zones of a truck that sets out now: some minutes in those where it is, the
 * whole stay at the goal in those there, all the time where it never leaves, and its share of the way
 * in those that lie between.
 *
 * @param crossed zones on the way by road; empty where the road is not known
 * @param atGoal from entering to leaving the zones at the goal
 * @param arrivesAt when the truck is at the goal
 */
export function estimateZoneStays<Zone extends TouchedZone>(
  here: readonly Zone[],
  there: readonly Zone[],
  crossed: readonly CrossedZone<Zone>[],
  atGoal: Interval,
  { now, arrivesAt }: { readonly now: Date; readonly arrivesAt: Date },
): { readonly zone: Zone; readonly stay: Interval }[] {
  const isThere = ({ zoneId }: Zone) => there.some((other) => other.zoneId === zoneId);
  const left = here.filter((zone) => !isThere(zone));
  const isHere = ({ zoneId }: Zone) => here.some((other) => other.zoneId === zoneId);
  const waySec = secondsBetween(now, arrivesAt);
  const at = (share: number): Date => addSeconds(now, Math.round(share * waySec));
  const between = crossed.filter(({ zone }) => !isThere(zone) && !isHere(zone));
  return [
    ...left.map((zone) => ({ zone, stay: { from: now, to: addMinutes(now, LEAVING_MIN) } })),
    ...there.map((zone) => ({
      zone,
      stay: { from: isHere(zone) ? now : atGoal.from, to: atGoal.to },
    })),
    ...between.map(({ zone, from, to }) => ({ zone, stay: { from: at(from), to: at(to) } })),
  ];
}
