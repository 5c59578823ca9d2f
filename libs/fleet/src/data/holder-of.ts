/**
 * SQL for the enterprise that holds a vehicle: its owner; of one of a haulage or pump firm, which is no
 * enterprise of the city, who uses it by an agreement in force; null for nobody. Reads this slice's tables.
 *
 * @param vehicle the alias of its row
 * @param at an expression for the instant
 */
export const holderOf = (vehicle: string, at: string): string => `coalesce(
  ${vehicle}.owner_enterprise_id,
  (SELECT use.enterprise_id FROM use_agreement use
   WHERE use.vehicle_id = ${vehicle}.id AND use.kind <> 'own' AND use.valid_from <= ${at}
     AND coalesce(least(use.valid_to, use.ended_at) > ${at}, true)
   ORDER BY use.valid_from LIMIT 1))`;

/**
 * The same of an instant that has passed, when another enterprise may have owned it: whom the first
 * transfer after the instant took it from.
 */
export const holderThen = (vehicle: string, at: string): string => `coalesce(
  (SELECT moved.from_enterprise_id FROM vehicle_transfer moved
   JOIN vehicle_transfer_step step ON step.transfer_id = moved.id AND step.to_state = 'approved'
   WHERE moved.vehicle_id = ${vehicle}.id AND step.decided_at > ${at}
   ORDER BY step.decided_at LIMIT 1),
  ${holderOf(vehicle, at)})`;
