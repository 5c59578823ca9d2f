/**
 * SQL for who answers for a vehicle at an instant: as for the judge's alerts, whose trip it is on, else
 * its owner, else who uses it by an agreement; null for nobody. Reads the tables of deliveries and fleet.
 *
 * @param vehicle the alias of its row
 * @param at an expression for the instant
 */
export const answeringEnterprise = (vehicle: string, at: string): string => `coalesce(
  (SELECT trip.enterprise_id FROM trip
   WHERE trip.vehicle_id = ${vehicle}.id AND trip.started_at <= ${at}
     AND coalesce(trip.ended_at > ${at}, true)
   ORDER BY trip.started_at DESC LIMIT 1),
  ${vehicle}.owner_enterprise_id,
  (SELECT use.enterprise_id FROM use_agreement use
   WHERE use.vehicle_id = ${vehicle}.id AND use.kind <> 'own' AND use.valid_from <= ${at}
     AND coalesce(least(use.valid_to, use.ended_at) > ${at}, true)
   ORDER BY use.valid_from LIMIT 1))`;
