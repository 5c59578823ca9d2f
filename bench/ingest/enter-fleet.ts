import { newId } from '@tongyun/kernel';
import type { Client } from 'pg';
import { authCodeOf, type Load, phoneOf, plateOf } from './load.js';

const ID = '00000000-0000-7000-8000-000000000000';

/**
 * Enters registered mixers with a pass for every zone, straight into the tables: thousands by the
 * services would take longer than what is measured. What is decided of zones holds for the load's past.
 */
export async function enterFleet(client: Client, load: Load): Promise<void> {
  const numbers = Array.from({ length: load.vehicles }, (_, vehicle) => vehicle);
  const vehicleIds = numbers.map(() => newId());
  const since = new Date(load.startMs - 86_400_000);
  // Their rows are only added to, which this throw-away database need not see to for a moment.
  await client.query(`SET session_replication_role = replica`);
  await client.query(`UPDATE zone_version SET effective_from = $1`, [since]);
  await client.query(`UPDATE plant_range SET effective_from = $1`, [since]);
  await client.query(`RESET session_replication_role`);
  await client.query(
    `INSERT INTO vehicle (id, kind, plate_no, plate_color, owner_enterprise_id, drum_capacity_m3,
       emission_class, created_at)
     SELECT id, 'mixer', plate_no, 'yellow', (SELECT id FROM enterprise ORDER BY id LIMIT 1), 12,
       '国六', $3
     FROM unnest($1::uuid[], $2::text[]) AS made (id, plate_no)`,
    [vehicleIds, numbers.map(plateOf), since],
  );
  await client.query(
    `INSERT INTO terminal (id, phone, vehicle_id, auth_code, state, first_seen_at, last_seen_at)
     SELECT id, phone, vehicle_id, auth_code, 'bound', $5, $5
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])
       AS made (id, phone, vehicle_id, auth_code)`,
    [numbers.map(() => newId()), numbers.map(phoneOf), vehicleIds, numbers.map(authCodeOf), since],
  );
  await client.query(
    `INSERT INTO registration (vehicle_id, registration_no, state, updated_at)
     SELECT id, 'BENCH-' || id, 'registered', $2 FROM unnest($1::uuid[]) AS made (id)`,
    [vehicleIds, since],
  );
  await client.query(
    `INSERT INTO road_pass (id, pass_no, vehicle_id, zone_ids, hours, valid_from, valid_to,
       issuing_body, state, issued_by, issued_at)
     SELECT pass_id, 'BENCH-' || pass_id, vehicle_id,
       (SELECT array_agg(DISTINCT zone_id) FROM zone_version), '[]', $3, $3::timestamptz + interval '1 year',
       'bench', 'valid', $4, $3
     FROM unnest($1::uuid[], $2::uuid[]) AS made (pass_id, vehicle_id)`,
    [numbers.map(() => newId()), vehicleIds, since, ID],
  );
}

/** The vehicle number of each vehicle id. */
export async function numbersOf(client: Client, load: Load): Promise<Map<string, number>> {
  const { rows } = await client.query<{ vehicle_id: string; phone: string }>(
    `SELECT vehicle_id, phone FROM terminal`,
  );
  const vehicles = Array.from({ length: load.vehicles }, (_, vehicle) => vehicle);
  const byPhone = new Map(vehicles.map((vehicle) => [phoneOf(vehicle), vehicle]));
  return new Map(
    rows.flatMap(({ vehicle_id, phone }) => {
      const vehicle = byPhone.get(phone);
      return vehicle === undefined ? [] : [[vehicle_id, vehicle] as const];
    }),
  );
}
