/**
 * SQL for the state that a vehicle's registration had at an instant: what the first decision after it
 * led away from; without one it is as it was. Null: none was ever begun. Reads compliance's tables, as
 * `roadside_dossiers` does for the officer's question.
 *
 * @param vehicle the alias of its row
 * @param at an expression for the instant
 */
export const registrationOfThen = (vehicle: string, at: string): string => `(
  SELECT CASE WHEN later.id IS NULL THEN held.state ELSE later.from_state END
  FROM registration held
  LEFT JOIN LATERAL (
    SELECT d.id, d.from_state FROM compliance_decision d
    WHERE d.subject_id = ${vehicle}.id AND d.subject_kind = 'registration' AND d.decided_at > ${at}
    ORDER BY d.decided_at, d.id LIMIT 1) later ON true
  WHERE held.vehicle_id = ${vehicle}.id)`;
