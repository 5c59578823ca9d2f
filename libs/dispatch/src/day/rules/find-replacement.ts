import type { FactVehicle, DayFacts } from './day-facts.js';
import { findStays } from './find-stays.js';
import { isBrokenDown } from './is-broken-down.js';
import { isRefused } from './is-refused.js';
import type { PlanContent } from './plan-content.js';

/** Who could do the work of one who would be refused. */
export interface Replacement {
  readonly id: string;
  readonly name: string;
  /** What he would drive; null: what the refused one would have driven. */
  readonly vehicle: Pick<FactVehicle, 'id' | 'plateNo' | 'fleetNo'> | null;
}

/** Whom a plan has left. */
export interface Spare {
  readonly drivers: DayFacts['freeDrivers'];
  readonly vehicles: readonly FactVehicle[];
}

/** The work of one vehicle. */
export interface Work extends Pick<PlanContent, 'loads' | 'pumpJobs' | 'events'> {
  readonly driverId: string;
  readonly firstAt: Date;
}

/**
 * Who could take over from a vehicle and driver of whom one would be refused: where only he would be, another driver;
 * where the vehicle would be whoever drives it, another vehicle of its kind that holds as much or reaches as far, may
 * be in the zones of the work and has not broken down, with him if he may drive; null: nobody.
 */
export function findReplacement(
  facts: DayFacts,
  vehicle: FactVehicle,
  work: Work,
  spare: Spare,
): Replacement | null {
  if (!isRefused(vehicle.reasons)) return null;
  const [driver] = spare.drivers;
  if (!isRefused(vehicle.ownReasons)) return driver ? { ...driver, vehicle: null } : null;
  const other = spare.vehicles.find((one) => couldDo(facts, one, vehicle.kind, work));
  const own = new Set(vehicle.ownReasons.map(({ code }) => code));
  // Who is lent with a vehicle drives no other.
  const mayHe =
    vehicle.use !== 'loaned' && !isRefused(vehicle.reasons.filter(({ code }) => !own.has(code)));
  const who = mayHe ? { id: work.driverId, name: vehicle.driverName ?? '' } : driver;
  return other && who ? { ...who, vehicle: other } : null;
}

function couldDo(
  facts: DayFacts,
  one: FactVehicle,
  kind: FactVehicle['kind'],
  { loads, pumpJobs, events, firstAt }: Work,
): boolean {
  const mostM3 = Math.max(0, ...loads.map(({ m3 }) => m3));
  const furthestM = Math.max(
    0,
    ...pumpJobs.map(
      ({ orderId }) => facts.orders.find(({ id }) => id === orderId)?.pumpReachM ?? 0,
    ),
  );
  return (
    one.kind === kind &&
    one.use !== 'loaned' &&
    (kind === 'mixer' ? (one.drumM3 ?? 0) >= mostM3 : (one.reachM ?? 0) >= furthestM) &&
    !isRefused(one.ownReasons) &&
    one.forbidden.every((code) => code === 'no_driver_free') &&
    !isBrokenDown(events, one.id, firstAt) &&
    !facts.before.vehicles.some(
      ({ vehicleId, freeAt }) => vehicleId === one.id && freeAt > firstAt,
    ) &&
    findStays(facts, { loads, pumpJobs }, one).every(({ zoneSet, from, to }) =>
      one.zoneSpans[zoneSet]!.some((may) => may.from <= from && to <= may.to),
    )
  );
}
