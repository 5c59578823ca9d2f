import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlannedTimes, ReviewedLoad } from '../review/rules/review-loads.js';

type Row = Omit<ReviewedLoad, 'planned'> & {
  readonly [Field in keyof PlannedTimes]: PlannedTimes[Field] | null;
};

/** Discharged loads beside the plan that was in force when each began. */
@Injectable()
export class ReviewedLoads {
  /** Of operating days, both counted. */
  async of(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<ReviewedLoad[]> {
    const rows: Row[] = await manager.query(
      `SELECT to_char(trip.operating_on, 'YYYY-MM-DD') AS "operatingOn",
         trip.plant_id AS "plantId", plant.name AS "plantName",
         trip.site_id AS "siteId", site.name AS "siteName", trip.due_at AS "dueAt",
         trip.load_start_at AS "loadStartAt", trip.left_plant_at AS "leftPlantAt",
         trip.arrived_at AS "arrivedAt", trip.unload_start_at AS "unloadStartAt",
         trip.unload_end_at AS "unloadEndAt", trip.road_km AS "roadKm",
         trip.driven_km AS "drivenKm", planned.*
       FROM observed_trip trip
       JOIN plant ON plant.id = trip.plant_id
       JOIN site ON site.id = trip.site_id
       LEFT JOIN LATERAL (
         SELECT row."loadFromAt", row."loadToAt", row."arriveAt", row."dischargeFromAt",
           row."dischargeToAt", coalesce((
             SELECT (built->'waiting'->>'value')::float8
             FROM jsonb_array_elements(revision.content #> '{durations,orders}') built
             WHERE built->>'orderId' = trip.order_id::text), 0) AS "waitingMin"
         FROM day_plan plan
         JOIN day_plan_revision revision ON revision.plan_id = plan.id
         CROSS JOIN LATERAL jsonb_to_recordset(revision.content->'loads') AS row (
           id uuid, "loadFromAt" timestamptz, "loadToAt" timestamptz, "arriveAt" timestamptz,
           "dischargeFromAt" timestamptz, "dischargeToAt" timestamptz)
         WHERE plan.enterprise_id = trip.enterprise_id AND plan.operating_on = trip.operating_on
           AND revision.kind = 'released' AND row.id = trip.load_id
           AND revision.at <= coalesce(trip.load_start_at, trip.left_plant_at, trip.arrived_at,
             trip.unload_end_at)
         ORDER BY revision.revision DESC LIMIT 1
       ) planned ON true
       WHERE trip.enterprise_id = $1 AND trip.operating_on BETWEEN $2 AND $3
         AND trip.load_kind = 'concrete'
       ORDER BY trip.unload_end_at`,
      [enterpriseId, from, to],
    );
    return rows.map(toReviewed);
  }
}

function toReviewed(row: Row): ReviewedLoad {
  const { loadFromAt, loadToAt, arriveAt, dischargeFromAt, dischargeToAt, waitingMin } = row;
  if (!loadFromAt || !loadToAt || !arriveAt || !dischargeFromAt || !dischargeToAt) {
    return { ...row, planned: null };
  }
  const times = { loadFromAt, loadToAt, arriveAt, dischargeFromAt, dischargeToAt };
  return { ...row, planned: { ...times, waitingMin: waitingMin ?? 0 } };
}
