import { holderThen } from '@tongyun/fleet';

/**
 * SQL for who answers for a vehicle at an instant: as for the judge's alerts, whose trip it was on,
 * else who held it; null for nobody. Reads deliveries' table.
 *
 * @param vehicle the alias of its row
 * @param at an expression for the instant
 */
export const answeringEnterprise = (vehicle: string, at: string): string => `coalesce(
  (SELECT trip.enterprise_id FROM trip
   WHERE trip.vehicle_id = ${vehicle}.id AND trip.started_at <= ${at}
     AND coalesce(trip.ended_at > ${at}, true)
   ORDER BY trip.started_at DESC LIMIT 1),
  ${holderThen(vehicle, at)})`;
