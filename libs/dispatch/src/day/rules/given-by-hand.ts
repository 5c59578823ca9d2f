import type { DayLoadRow, DayPumpJobRow } from '@tongyun/deliveries';
import { addSeconds, secondsBetween } from '@tongyun/kernel';
import type { DayFacts } from './day-facts.js';
import { findOutages } from './find-outages.js';
import { isStopped } from './find-stops.js';
import type { ContentEvent } from './plan-content.js';
import { isTurnedAway } from './refused-drivers.js';
import { isToPrime } from './sent-back.js';

interface Given {
  readonly id: string;
  readonly orderId: string;
  readonly state: DayLoadRow['state'] | DayPumpJobRow['state'];
  readonly isByHand: boolean;
  readonly vehicleId: string | null;
  readonly driverId: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

interface GivenOut {
  readonly loads: readonly Given[];
  readonly pumpJobs: readonly Given[];
  readonly now: Date;
}

/**
 * Whether a load or pump job is its vehicle's because somebody gave it to that by hand, outside of any plan: told, not
 * begun, and the time for which the vehicle is held not over. To the planner it is a fact like one that has begun, whether or not
 * the plan serves its order.
 */
export const isGivenByHand = (
  { state, isByHand, endsAt }: Pick<Given, 'state' | 'isByHand' | 'endsAt'>,
  now: Date,
): boolean => state === 'released' && isByHand && endsAt !== null && endsAt > now;

/**
 * The loads and pump jobs that were given by hand and come so. What became of one since is dealt with as of any other:
 * its vehicle is down, or its driver not there yet, when it is to leave; he was turned away; its site takes nothing.
 *
 * @returns by id
 */
export const findGivenByHand = (
  { loads, pumpJobs, now }: GivenOut,
  events: readonly ContentEvent[],
): ReadonlySet<string> => {
  const outages = findOutages(events);
  const isLate = ({ vehicleId, driverId, startsAt }: Given): boolean => {
    const isBeyond = (until: string | null): boolean =>
      until === null || new Date(until) > (startsAt ?? now);
    return (
      outages.some(({ itemId, until }) => itemId === vehicleId && isBeyond(until)) ||
      events.some(
        (event) =>
          event.kind === 'driver_late' && event.driverId === driverId && isBeyond(event.until),
      )
    );
  };
  return new Set(
    [...loads, ...pumpJobs]
      .filter(
        (item) =>
          isGivenByHand(item, now) &&
          !isLate(item) &&
          !isTurnedAway(events, item.driverId ?? '') &&
          !isStopped(events, item.orderId, item.startsAt ?? now),
      )
      .map(({ id }) => id),
  );
};

/**
 * Whether a load that was given by hand is no visit of its pour yet: it is concrete, and the mortar before it is to be
 * planned. Its truck is out for it all the same.
 */
export const isNoVisitYet = (
  facts: Pick<DayFacts, 'loads' | 'now'>,
  { orderId, kind }: Pick<DayLoadRow, 'orderId' | 'kind'>,
): boolean =>
  kind !== 'priming_mortar' &&
  isToPrime(facts, orderId) &&
  !facts.loads.some(
    (load) =>
      load.orderId === orderId && load.kind === 'priming_mortar' && isGivenByHand(load, facts.now),
  );

/**
 * What was given by hand and is planned like any other all the same: it cannot come so any more, or is no visit yet.
 *
 * @returns by id
 */
export function findGivenUp(
  facts: Pick<DayFacts, 'loads' | 'pumpJobs' | 'now'>,
  events: readonly ContentEvent[],
): ReadonlySet<string> {
  const standing = findGivenByHand(facts, events);
  const loads = facts.loads.filter((load) => !standing.has(load.id) || isNoVisitYet(facts, load));
  const pumpJobs = facts.pumpJobs.filter(({ id }) => !standing.has(id));
  return new Set([...loads, ...pumpJobs].filter(({ isByHand }) => isByHand).map(({ id }) => id));
}

/** When the trucks are back that were given such loads: no later than it takes them to be done there. */
export const findOutByHand = (facts: Pick<DayFacts, 'loads' | 'now'>, vehicleId: string): Date[] =>
  facts.loads
    .filter((load) => load.vehicleId === vehicleId && isGivenByHand(load, facts.now))
    .flatMap((load) => {
      const { startsAt, endsAt } = load;
      if (startsAt === null || endsAt === null || !isNoVisitYet(facts, load)) return [];
      return [addSeconds(endsAt, secondsBetween(startsAt, endsAt))];
    });
