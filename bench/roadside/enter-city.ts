import type { Client } from 'pg';
import { enterFleet } from '../ingest/enter-fleet.js';
import type { Load } from '../ingest/load.js';

/** Hangzhou's plan of 2022 (requirements, Table 1). */
const CITY = { enterprises: 87, plants: 195, sites: 900, loadsADay: 13_400 } as const;
const NOBODY = '00000000-0000-7000-8000-000000000000';

/**
 * Every row of the load's city, in the order in which they need each other; `{n}` are CITY's
 * numbers and the number of vehicles. Of the vehicles two thirds are on a trip, one in fifty has
 * an open alert, and each made some trips earlier today.
 */
const STATEMENTS: readonly string[] = [
  `INSERT INTO enterprise (id, name, short_name, district, mode, credit_grade, created_at)
   SELECT gen_random_uuid(), 'city enterprise ' || n, 'city ' || n, '滨江区', 'dispatch',
     'good', now()
   FROM generate_series(0, {enterprises} - 1) n`,
  `INSERT INTO plant (id, enterprise_id, name, position, fence_radius_m, created_at)
   SELECT gen_random_uuid(), e.id, 'plant ' || n,
     ST_MakePoint(119.9 + (n % 15) * 0.04, 30.05 + (n / 15) * 0.04)::geography, 200, now()
   FROM generate_series(0, {plants} - 1) n
   JOIN enterprise e ON e.name = 'city enterprise ' || n % {enterprises}`,
  `INSERT INTO plant_range (id, plant_id, radius_m, measure, effective_from, decided_by,
     decided_at, reason)
   SELECT gen_random_uuid(), id, 30000, 'great_circle', now() - interval '1 year', '${NOBODY}',
     now(), 'bench' FROM plant WHERE name LIKE 'plant %'`,
  `INSERT INTO site (id, enterprise_id, name, project_name, contractor, position,
     fence_radius_m, created_at)
   SELECT gen_random_uuid(), e.id, 'site ' || n, 'project ' || n, 'contractor',
     ST_MakePoint(119.95 + (n % 30) * 0.015, 30.1 + (n / 30) * 0.012)::geography, 150, now()
   FROM generate_series(0, {sites} - 1) n
   JOIN enterprise e ON e.name = 'city enterprise ' || n % {enterprises}`,
  `CREATE TEMP TABLE city_vehicle AS
   SELECT v.id AS vehicle_id, gen_random_uuid() AS driver_id, e.id AS enterprise_id, v.n
   FROM (SELECT id, (row_number() OVER (ORDER BY plate_no) - 1)::int AS n
         FROM vehicle WHERE plate_no LIKE '浙B%') v
   JOIN enterprise e ON e.name = 'city enterprise ' || v.n % {enterprises}`,
  `UPDATE vehicle SET owner_enterprise_id = c.enterprise_id
   FROM city_vehicle c WHERE c.vehicle_id = vehicle.id`,
  `INSERT INTO use_agreement (id, vehicle_id, enterprise_id, kind, valid_from, decided_by,
     decided_at)
   SELECT gen_random_uuid(), vehicle_id, enterprise_id, 'hired', now() - interval '1 year',
     '${NOBODY}', now() FROM city_vehicle WHERE n % 3 = 0`,
  `INSERT INTO driver (id, enterprise_id, name, phone, licence_class, created_at)
   SELECT driver_id, enterprise_id, '张三' || n, '139' || lpad(n::text, 8, '0'), 'B2', now()
   FROM city_vehicle`,
  `INSERT INTO training_result (id, driver_id, kind, score, has_passed, passed_on, expires_on,
     recorded_by, recorded_at)
   SELECT gen_random_uuid(), driver_id, kind, 90, true, now()::date - 100, now()::date + 600,
     '${NOBODY}', now()
   FROM city_vehicle, unnest(ARRAY['skill', 'safety']) kind WHERE n % 40 <> 0`,
  `INSERT INTO duty (id, enterprise_id, driver_id, vehicle_id, state, clock_in_at)
   SELECT gen_random_uuid(), enterprise_id, driver_id, vehicle_id, 'on_trip',
     now() - interval '4 hours' FROM city_vehicle`,
  `CREATE TEMP TABLE city_trip AS
   SELECT gen_random_uuid() AS id, gen_random_uuid() AS assignment_id, gen_random_uuid() AS load_id,
     c.*, turn, p.plant_id, s.site_id, turn = 0 AND c.n % 3 <> 0 AS is_open,
     now() - make_interval(mins => 40 + turn * 100) AS starts_at
   FROM city_vehicle c
   CROSS JOIN generate_series(0, {loadsADay} / {vehicles}) turn
   CROSS JOIN LATERAL (SELECT id AS plant_id FROM plant WHERE enterprise_id = c.enterprise_id
                       AND name LIKE 'plant %' ORDER BY name LIMIT 1) p
   CROSS JOIN LATERAL (SELECT id AS site_id FROM site WHERE enterprise_id = c.enterprise_id
                       ORDER BY name OFFSET turn % 3 LIMIT 1) s`,
  `ALTER TABLE city_trip ADD COLUMN order_id uuid`,
  `UPDATE city_trip SET order_id = made.order_id FROM (
     SELECT site_id, turn, gen_random_uuid() AS order_id FROM city_trip GROUP BY site_id, turn
   ) made WHERE made.site_id = city_trip.site_id AND made.turn = city_trip.turn`,
  `INSERT INTO pour_order (id, order_no, enterprise_id, plant_id, site_id, operating_on, grade,
     slump_mm, placing_method, pour_location, planned_m3, rate_m3_per_hour, first_on_site_at,
     is_pump_needed, state, created_by, created_at)
   SELECT order_id, 'bench-' || row_number() OVER (), enterprise_id, plant_id, site_id,
     now()::date, 'C30', 180, 'chute', '3F', 200, 40, min(starts_at), false, 'pouring',
     '${NOBODY}', now()
   FROM city_trip GROUP BY order_id, enterprise_id, plant_id, site_id`,
  `INSERT INTO load (id, order_id, load_no, kind, planned_m3, due_at, state)
   SELECT load_id, order_id, row_number() OVER (PARTITION BY order_id), 'concrete', 10,
     starts_at, CASE WHEN is_open THEN 'on_trip' ELSE 'delivered' END FROM city_trip`,
  `INSERT INTO assignment (id, enterprise_id, order_id, load_id, plant_id, vehicle_id,
     driver_id, starts_at, ends_at, state, warnings, created_by, created_at)
   SELECT assignment_id, enterprise_id, order_id, load_id, plant_id, vehicle_id, driver_id,
     starts_at, starts_at + interval '90 minutes',
     CASE WHEN is_open THEN 'released' ELSE 'done' END, '[]', '${NOBODY}', now() FROM city_trip`,
  `INSERT INTO trip (id, assignment_id, enterprise_id, order_id, load_id, plant_id, site_id,
     vehicle_id, driver_id, stage, planned_m3, batched_m3, batched_plant_id, batched_at,
     assigned_at, left_plant_at, stage_evidence, started_at, ended_at)
   SELECT id, assignment_id, enterprise_id, order_id, load_id, plant_id, site_id, vehicle_id,
     driver_id, CASE WHEN is_open THEN 'en_route' ELSE 'back_at_plant' END, 10, 10, plant_id,
     starts_at, starts_at, starts_at + interval '10 minutes', '{}', starts_at,
     CASE WHEN is_open THEN NULL ELSE starts_at + interval '80 minutes' END
   FROM city_trip`,
  `INSERT INTO alert (id, code, level, vehicle_id, subject_kind, subject_id, state, rule_version,
     reasons, evidence, lng, lat, started_at, opened_at, ended_at)
   SELECT gen_random_uuid(), 'overspeed', 'warning', vehicle_id, 'vehicle', gen_random_uuid(),
     'open', 'shipped', '[]', '[]', 120.1, 30.2, now() - interval '3 hours',
     now() - interval '3 hours', CASE WHEN n % 50 = 0 THEN NULL ELSE now() END
   FROM city_vehicle, generate_series(1, 4)`,
  `ANALYZE`,
];

/** Enters a city's enterprises, plants, sites, fleet with its papers, drivers and a day's trips. */
export async function enterCity(client: Client, load: Load): Promise<void> {
  await enterFleet(client, load);
  for (const statement of STATEMENTS) {
    await client.query(filledIn(statement, { ...CITY, vehicles: load.vehicles }));
  }
}

const filledIn = (statement: string, numbers: Readonly<Record<string, number>>): string =>
  Object.entries(numbers).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    statement,
  );
