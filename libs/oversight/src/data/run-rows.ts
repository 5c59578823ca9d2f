import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CityPeriod } from '../rules/city-period.js';

export interface RunRow {
  readonly on: string;
  readonly declaredTrips: number;
  readonly declaredM3: number;
  readonly runs: number;
  readonly runsM3: number;
}

/** Two departures of one mixer closer than this are one that hesitated at the gate. */
const APART = `interval '20 minutes'`;

/** Runs that positions show, beside the trips that were declared. */
@Injectable()
export class RunRows {
  /**
   * A run is a mixer of the enterprise, or of a haulage firm while it uses it by an agreement, leaving
   * the fence of one of its plants. Distances are taken
   * on a plane around the plant, which is exact to a metre within a fence. The trips beside them are
   * counted by their departures too, not by their discharge as sums are.
   *
   * $1: enterprise; $2, $3: instants; $4: time zone; $5, $6: days.
   */
  ofEnterprise(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    { from, to, timeZone }: CityPeriod,
    days: { readonly from: string; readonly to: string },
  ): Promise<RunRow[]> {
    return manager.query(
      `WITH fences AS MATERIALIZED (
         SELECT ST_X(position::geometry) AS lng, ST_Y(position::geometry) AS lat,
           fence_radius_m AS radius_m, cos(radians(ST_Y(position::geometry))) AS shrink
         FROM plant WHERE enterprise_id = $1),
       trucks AS MATERIALIZED (
         SELECT id, drum_capacity_m3, $2::timestamptz AS since, $3::timestamptz AS until
         FROM vehicle
         WHERE owner_enterprise_id = $1 AND kind = 'mixer' AND NOT is_provisional
         UNION ALL
         SELECT vehicle.id, vehicle.drum_capacity_m3, greatest(use.valid_from, $2),
           least(use.valid_to, use.ended_at, $3)
         FROM use_agreement use JOIN vehicle ON vehicle.id = use.vehicle_id
         WHERE use.enterprise_id = $1 AND use.kind <> 'own'
           AND vehicle.owner_enterprise_id IS NULL AND vehicle.kind = 'mixer'
           AND NOT vehicle.is_provisional),
       seen AS (
         SELECT fix.vehicle_id, fix.at, trucks.drum_capacity_m3,
           EXISTS (SELECT 1 FROM fences
             WHERE ((fix.lng - fences.lng) * 111320 * fences.shrink) ^ 2
                 + ((fix.lat - fences.lat) * 111320) ^ 2 <= fences.radius_m ^ 2) AS is_inside
         FROM trucks JOIN fix ON fix.vehicle_id = trucks.id
           AND fix.at >= trucks.since AND fix.at < trucks.until
         WHERE fix.at >= $2 AND fix.at < $3 AND fix.verdict = 'ok'),
       stepped AS (
         SELECT *, lag(is_inside) OVER each AS was_inside FROM seen
         WINDOW each AS (PARTITION BY vehicle_id ORDER BY at)),
       left_plant AS (
         SELECT vehicle_id, at, drum_capacity_m3,
           lag(at) OVER (PARTITION BY vehicle_id ORDER BY at) AS left_before
         FROM stepped WHERE was_inside AND NOT is_inside),
       runs AS (
         SELECT (at AT TIME ZONE $4)::date AS on_day, count(*)::int AS n,
           coalesce(sum(drum_capacity_m3), 0) AS m3
         FROM left_plant WHERE left_before IS NULL OR at - left_before > ${APART} GROUP BY 1),
       told AS (
         SELECT (left_plant_at AT TIME ZONE $4)::date AS on_day, count(*)::int AS n, sum(m3) AS m3
         FROM declared_trip
         WHERE enterprise_id = $1 AND left_plant_at >= $2 AND left_plant_at < $3 GROUP BY 1)
       SELECT to_char(each, 'YYYY-MM-DD') AS "on",
         coalesce(told.n, 0) AS "declaredTrips", coalesce(told.m3, 0) AS "declaredM3",
         coalesce(runs.n, 0) AS runs, coalesce(runs.m3, 0) AS "runsM3"
       FROM generate_series($5::date, $6::date, interval '1 day') AS each
       LEFT JOIN runs ON runs.on_day = each::date
       LEFT JOIN told ON told.on_day = each::date
       ORDER BY each`,
      [enterpriseId, from, to, timeZone, days.from, days.to],
    );
  }
}
