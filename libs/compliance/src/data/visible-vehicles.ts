import { holderOf, ofDistrict, onTripOf, seenThrough } from '@tongyun/fleet';
import type { AccessScope } from '@tongyun/kernel';

/**
 * Ids of the vehicles whose papers may be seen: an enterprise's own and those it has an agreement
 * to use, now or later, or has on a trip; a district's bureau those that the district's enterprises hold
 * and, to read, those that they use of others. Reads fleet's and deliveries' tables.
 */
export const VISIBLE_VEHICLE_IDS = `
  SELECT seen.id FROM vehicle seen
  WHERE (:enterpriseIds::uuid[] IS NULL
      OR seen.owner_enterprise_id = ANY(:enterpriseIds::uuid[])
      OR EXISTS (SELECT 1 FROM use_agreement use
                 WHERE use.vehicle_id = seen.id AND use.kind <> 'own' AND use.enterprise_id = ANY(:enterpriseIds::uuid[])
                   AND coalesce(least(use.valid_to, use.ended_at) > :seenAt::timestamptz, true))
      OR ${onTripOf('seen', (id) => `${id} = ANY(:enterpriseIds::uuid[])`)})
    AND (:district::text IS NULL
      OR ${seenThrough('seen', ':seenAt::timestamptz', ofDistrict(':district'))})`;

/** The enterprise that holds `vehicle` at the time of `visibleVehiclesOf`. Reads fleet's tables. */
export const HOLDER_ID = holderOf('vehicle', ':seenAt::timestamptz');

/** The values that the text above asks for. */
export const visibleVehiclesOf = ({ enterpriseIds, district }: AccessScope, seenAt: Date) => ({
  enterpriseIds: enterpriseIds === 'all' ? null : enterpriseIds,
  district,
  seenAt,
});
