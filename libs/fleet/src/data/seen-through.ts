/** SQL for whether an expression for an enterprise's id is of those who ask. */
export type IsTheirs = (enterpriseId: string) => string;

/**
 * SQL: a vehicle is on a trip of theirs, whoever may use it by now. Reads deliveries' table.
 *
 * @param vehicle the alias of its row
 */
export const onTripOf = (vehicle: string, isTheirs: IsTheirs): string => `EXISTS (
  SELECT 1 FROM trip under_way
  WHERE under_way.vehicle_id = ${vehicle}.id AND under_way.started_at IS NOT NULL
    AND under_way.ended_at IS NULL AND ${isTheirs('under_way.enterprise_id')})`;

/**
 * SQL: a vehicle is theirs, may be used by them at an instant, or is on a trip of theirs. Who sees it on
 * the map opens it by the same words.
 *
 * @param vehicle the alias of its row
 * @param at an expression for the instant
 */
export const seenThrough = (vehicle: string, at: string, isTheirs: IsTheirs): string => `(
  ${isTheirs(`${vehicle}.owner_enterprise_id`)} OR EXISTS (
    SELECT 1 FROM use_agreement in_use
    WHERE in_use.vehicle_id = ${vehicle}.id AND in_use.kind <> 'own' AND in_use.valid_from <= ${at}
      AND coalesce(least(in_use.valid_to, in_use.ended_at) > ${at}, true)
      AND ${isTheirs('in_use.enterprise_id')})
  OR ${onTripOf(vehicle, isTheirs)})`;

/**
 * SQL: an enterprise is of a district.
 *
 * @param district an expression for its name
 */
export const ofDistrict =
  (district: string): IsTheirs =>
  (enterpriseId) =>
    `${enterpriseId} IN (SELECT home.id FROM enterprise home WHERE home.district = ${district})`;
