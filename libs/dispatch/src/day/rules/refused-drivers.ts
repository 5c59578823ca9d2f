import { hasBegun } from './begun.js';
import type { DayFacts, FactVehicle } from './day-facts.js';
import type { ContentEvent, PlanContent } from './plan-content.js';

/** A driver who wanted to begin and may not, with the codes of why not. */
export interface RefusedDriver {
  readonly driverId: string;
  readonly codes: readonly string[];
  /** ISO 8601. */
  readonly at: string;
}

type Seen = Pick<DayFacts, 'vehicles' | 'loads'>;
type Planned = Pick<PlanContent, 'events' | 'loads' | 'pumpJobs'>;

/** Whether a driver was refused when he wanted to begin, and has not come since. */
export const isTurnedAway = (events: readonly ContentEvent[], driverId: string): boolean =>
  events.findLast(
    (event) =>
      (event.kind === 'driver_refused' || event.kind === 'driver_came') &&
      event.driverId === driverId,
  )?.kind === 'driver_refused';

/** Whether a vehicle's driver was refused; one who is on duty on it has come, whatever was missed. */
export const lacksItsDriver = (
  events: readonly ContentEvent[],
  { driverId, clockedInAt }: Pick<FactVehicle, 'driverId' | 'clockedInAt'>,
): boolean => driverId !== null && clockedInAt === null && isTurnedAway(events, driverId);

/**
 * What a driver's refusal is to a plan: once, until he comes, and only where he was to bring or pump
 * something that has not begun. Who is on duty already was refused for another vehicle only.
 */
export function findRefusal(
  { vehicles, loads }: Seen,
  planned: Planned,
  { driverId, codes, at }: RefusedDriver,
): ContentEvent[] {
  const own = vehicles.filter((vehicle) => vehicle.driverId === driverId);
  const begun = new Set(loads.filter(hasBegun).map(({ id }) => id));
  const isAwaited =
    planned.loads.some((load) => load.driverId === driverId && !begun.has(load.id)) ||
    planned.pumpJobs.some((job) => job.driverId === driverId);
  const isOnDuty = own.some(({ clockedInAt }) => clockedInAt !== null);
  if (!isAwaited || isOnDuty || isTurnedAway(planned.events, driverId)) return [];
  return [{ at, reason: '', kind: 'driver_refused', driverId, codes }];
}

/** What it is to a plan that a driver is on duty: news where he was refused before. */
export function findArrival(
  { events }: Pick<PlanContent, 'events'>,
  driverId: string,
  at: string,
): ContentEvent[] {
  if (!isTurnedAway(events, driverId)) return [];
  return [{ at, reason: '', kind: 'driver_came', driverId }];
}
