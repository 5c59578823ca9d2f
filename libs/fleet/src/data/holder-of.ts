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
