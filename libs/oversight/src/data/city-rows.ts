import { isViolation } from '@tongyun/alerts';
import { notWithdrawn } from '@tongyun/compliance';
import type { AlertCode, CityQuery, EnterpriseFigures } from '@tongyun/contracts';
import { holderOf } from '@tongyun/fleet';
import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CityPeriod } from '../rules/city-period.js';
import { declaredDoneAt } from './declared-done-at.js';

export type FigureRow = Omit<EnterpriseFigures, 'designM3PerYear'>;
export interface DayRow {
  readonly on: string;
  readonly trips: number;
  readonly m3: number;
  readonly alerts: number;
}
export interface ViolatorRow {
  readonly vehicleId: string;
  readonly plateNo: string | null;
  readonly enterpriseName: string | null;
  readonly trips: number;
  readonly alerts: number;
  readonly byCode: Partial<Record<AlertCode, number>>;
}

/**
 * The enterprises that the asker may see and asks for.
 *
 * $1: those of the asker, null for all; $2: district of a bureau; $3, $4: district and enterprise
 * asked for, null for any.
 */
const SEEN = `
  seen AS (
    SELECT * FROM enterprise
    WHERE ($1::uuid[] IS NULL OR id = ANY($1::uuid[])) AND ($2::text IS NULL OR district = $2)
      AND ($3::text IS NULL OR district = $3) AND ($4::uuid IS NULL OR id = $4))`;

/**
 * Concrete that was discharged within the period: trips planned here, and declared ones. One that
 * was declared without its discharge counts by its departure.
 */
const DONE = `
  done AS (
    SELECT trip.enterprise_id, trip.vehicle_id, trip.unload_end_at AS at, false AS is_declared,
      coalesce(trip.batched_m3, trip.planned_m3) AS m3
    FROM trip JOIN seen ON seen.id = trip.enterprise_id
    WHERE trip.unload_end_at >= $5 AND trip.unload_end_at < $6
      AND trip.stage IN ('unloaded', 'washing', 'back_at_plant')
    UNION ALL
    SELECT told.enterprise_id, told.vehicle_id, ${declaredDoneAt('told')},
      true, told.m3
    FROM declared_trip told JOIN seen ON seen.id = told.enterprise_id
    WHERE ${declaredDoneAt('told')} >= $5 AND ${declaredDoneAt('told')} < $6)`;

const RAISED = `
  raised AS (
    SELECT alert.enterprise_id, alert.vehicle_id, alert.code, alert.opened_at AS at
    FROM alert JOIN seen ON seen.id = alert.enterprise_id
    WHERE alert.opened_at >= $5 AND alert.opened_at < $6
      AND ${isViolation('alert')})`;

/** What the city looks at: one statement a question over the slices that know something of it. */
@Injectable()
export class CityRows {
  /** Of each enterprise, by district and name, with the vehicles that it holds (`holderOf`). */
  figures(
    manager: EntityManager,
    scope: AccessScope,
    query: CityQuery,
    { now, timeZone, ...period }: CityPeriod,
  ): Promise<FigureRow[]> {
    return manager.query(
      `WITH ${SEEN}, ${DONE}, ${RAISED},
       works AS (
         SELECT plant.enterprise_id, count(DISTINCT plant.id)::int AS plants, count(line.id)::int AS lines
         FROM plant JOIN seen ON seen.id = plant.enterprise_id
         LEFT JOIN plant_line line ON line.plant_id = plant.id GROUP BY 1),
       fleet AS (
         SELECT seen.id AS enterprise_id,
           count(*) FILTER (WHERE vehicle.kind = 'mixer')::int AS mixers,
           count(*) FILTER (WHERE vehicle.kind <> 'mixer')::int AS pumps,
           count(*) FILTER (WHERE registration.state = 'registered')::int AS registered,
           count(*) FILTER (WHERE registration.state = 'registered' AND EXISTS (
             SELECT 1 FROM road_pass pass WHERE pass.vehicle_id = vehicle.id AND pass.state = 'valid'
               AND pass.valid_from <= $7 AND pass.valid_to > $7))::int AS with_pass,
           count(*) FILTER (WHERE track.fix_at > $7::timestamptz - interval '24 hours')::int AS heard
         FROM vehicle
         JOIN seen ON seen.id = ${holderOf('vehicle', '$7')}
         LEFT JOIN registration ON registration.vehicle_id = vehicle.id
         LEFT JOIN vehicle_track track ON track.vehicle_id = vehicle.id
         WHERE NOT vehicle.is_provisional GROUP BY 1),
       passed AS (
         SELECT driver_id FROM training_result result
         WHERE has_passed AND ${notWithdrawn('result')} AND ($7 AT TIME ZONE $8)::date BETWEEN passed_on AND expires_on
         GROUP BY driver_id HAVING count(DISTINCT kind) = 2),
       staff AS (
         SELECT driver.enterprise_id, count(*)::int AS drivers, count(passed.driver_id)::int AS trained
         FROM driver JOIN seen ON seen.id = driver.enterprise_id
         LEFT JOIN passed ON passed.driver_id = driver.id
         WHERE driver.left_at IS NULL GROUP BY 1),
       poured AS (
         SELECT enterprise_id,
           count(*) FILTER (WHERE NOT is_declared)::int AS trips,
           coalesce(sum(m3) FILTER (WHERE NOT is_declared), 0) AS m3,
           count(*) FILTER (WHERE is_declared)::int AS told,
           coalesce(sum(m3) FILTER (WHERE is_declared), 0) AS told_m3
         FROM done GROUP BY 1),
       alarms AS (
         SELECT enterprise_id, jsonb_object_agg(code, n) AS by_code
         FROM (SELECT enterprise_id, code, count(*)::int AS n FROM raised GROUP BY 1, 2) AS counted
         GROUP BY 1)
       SELECT seen.id AS "enterpriseId", seen.name, seen.district, seen.mode,
         seen.credit_grade AS "creditGrade", seen.is_barred AS "isBarred",
         coalesce(works.plants, 0) AS plants, coalesce(works.lines, 0) AS lines,
         coalesce(fleet.mixers, 0) AS mixers, coalesce(fleet.pumps, 0) AS pumps,
         coalesce(fleet.registered, 0) AS "registeredVehicles",
         coalesce(fleet.with_pass, 0) AS "vehiclesWithPass",
         coalesce(fleet.heard, 0) AS "vehiclesHeard",
         coalesce(staff.drivers, 0) AS drivers, coalesce(staff.trained, 0) AS "trainedDrivers",
         coalesce(poured.trips, 0) AS trips, coalesce(poured.m3, 0) AS m3,
         coalesce(poured.told, 0) AS "declaredTrips", coalesce(poured.told_m3, 0) AS "declaredM3",
         coalesce(alarms.by_code, '{}'::jsonb) AS alerts
       FROM seen
       LEFT JOIN works ON works.enterprise_id = seen.id
       LEFT JOIN fleet ON fleet.enterprise_id = seen.id
       LEFT JOIN staff ON staff.enterprise_id = seen.id
       LEFT JOIN poured ON poured.enterprise_id = seen.id
       LEFT JOIN alarms ON alarms.enterprise_id = seen.id
       ORDER BY seen.district, seen.name, seen.id`,
      [...seenBy(scope, query), period.from, period.to, now, timeZone],
    );
  }

  /** Day by day, also those on which nothing happened. */
  days(
    manager: EntityManager,
    scope: AccessScope,
    query: CityQuery,
    { from, to, timeZone }: CityPeriod,
  ): Promise<DayRow[]> {
    return manager.query(
      `WITH ${SEEN}, ${DONE}, ${RAISED},
       poured AS (
         SELECT (at AT TIME ZONE $7)::date AS on_day, count(*)::int AS trips, sum(m3) AS m3
         FROM done GROUP BY 1),
       alarms AS (
         SELECT (at AT TIME ZONE $7)::date AS on_day, count(*)::int AS alerts FROM raised GROUP BY 1)
       SELECT to_char(each, 'YYYY-MM-DD') AS "on", coalesce(poured.trips, 0) AS trips,
         coalesce(poured.m3, 0) AS m3, coalesce(alarms.alerts, 0) AS alerts
       FROM generate_series($8::date, $9::date, interval '1 day') AS each
       LEFT JOIN poured ON poured.on_day = each::date
       LEFT JOIN alarms ON alarms.on_day = each::date
       ORDER BY each`,
      [...seenBy(scope, query), from, to, timeZone, query.from, query.to],
    );
  }

  /** Vehicles by the number of their alerts, the worst first. */
  violators(
    manager: EntityManager,
    scope: AccessScope,
    query: CityQuery,
    { from, to }: CityPeriod,
    limit: number,
  ): Promise<ViolatorRow[]> {
    return manager.query(
      `WITH ${SEEN}, ${DONE}, ${RAISED},
       worst AS (
         SELECT vehicle_id, enterprise_id, sum(n)::int AS alerts, jsonb_object_agg(code, n) AS by_code
         FROM (SELECT vehicle_id, enterprise_id, code, count(*)::int AS n FROM raised
               GROUP BY 1, 2, 3) AS counted
         GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT $7)
       SELECT worst.vehicle_id AS "vehicleId", vehicle.plate_no AS "plateNo",
         seen.name AS "enterpriseName", worst.alerts, worst.by_code AS "byCode",
         (SELECT count(*)::int FROM done
          WHERE done.vehicle_id = worst.vehicle_id
            AND done.enterprise_id = worst.enterprise_id) AS trips
       FROM worst JOIN seen ON seen.id = worst.enterprise_id
       LEFT JOIN vehicle ON vehicle.id = worst.vehicle_id
       ORDER BY worst.alerts DESC, worst.vehicle_id`,
      [...seenBy(scope, query), from, to, limit],
    );
  }
}

const seenBy = (
  { enterpriseIds, district }: AccessScope,
  wanted: Pick<CityQuery, 'district' | 'enterpriseId'>,
) => [
  enterpriseIds === 'all' ? null : enterpriseIds,
  district,
  wanted.district ?? null,
  wanted.enterpriseId ?? null,
];
