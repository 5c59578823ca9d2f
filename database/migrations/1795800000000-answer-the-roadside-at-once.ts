import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All that an officer is told of a plate, in one statement. It is a function of the database so
 * that its plan is made once for a connection and not for every question.
 *
 * One row for each vehicle with the plate, entered ones first. A trip counts as `TripQueries`
 * has it: the one under way at the instant, else the next whose window is within `near_min`.
 */
const DOSSIER = `
  CREATE FUNCTION roadside_dossier(
    asked_plate text, asked_color text, asked_at timestamptz, near_min integer,
    enterprises uuid[], home_district text
  ) RETURNS SETOF jsonb LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN QUERY
    SELECT jsonb_build_object(
      'vehicle', to_jsonb(v),
      'owner', (SELECT to_jsonb(e) FROM enterprise e WHERE e.id = v.owner_enterprise_id),
      'registration_state', (SELECT r.state FROM registration r WHERE r.vehicle_id = v.id),
      'passes', (SELECT coalesce(jsonb_agg(to_jsonb(p)), '[]') FROM road_pass p
                 WHERE p.vehicle_id = v.id),
      'uses', (SELECT coalesce(jsonb_agg(to_jsonb(u)), '[]') FROM use_agreement u
               WHERE u.vehicle_id = v.id),
      'open_alerts', (SELECT count(*) FROM alert a WHERE a.vehicle_id = v.id AND a.ended_at IS NULL),
      'last_position', (
        SELECT jsonb_build_object('lng', k.lng, 'lat', k.lat, 'fix_at', k.fix_at)
        FROM vehicle_track k
        WHERE k.vehicle_id = v.id AND k.lng IS NOT NULL AND k.lat IS NOT NULL
          AND k.fix_at IS NOT NULL),
      'driver', (
        SELECT jsonb_build_object('id', d.id, 'name', d.name, 'trainings', (
          SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM training_result g
          WHERE g.driver_id = d.id))
        FROM duty w JOIN driver d ON d.id = w.driver_id
        WHERE w.vehicle_id = v.id AND w.clock_out_at IS NULL),
      'trip', (
        SELECT jsonb_build_object(
          'enterprise_id', t.enterprise_id, 'is_enterprise_barred', x.is_barred,
          'order_no', o.order_no, 'grade', o.grade, 'plant_name', p.name, 'site_name', s.name, 'stage', t.stage,
          'planned_m3', t.planned_m3, 'batched_m3', t.batched_m3, 'batched_at', t.batched_at,
          'left_plant_at', t.left_plant_at, 'arrived_at', t.arrived_at,
          'unload_start_at', t.unload_start_at, 'unload_end_at', t.unload_end_at,
          'ended_at', t.ended_at,
          'plant_lng', ST_X(p.position::geometry), 'plant_lat', ST_Y(p.position::geometry),
          'site_lng', ST_X(s.position::geometry), 'site_lat', ST_Y(s.position::geometry),
          'range', (
            SELECT jsonb_build_object('radius_m', y.radius_m,
              'area', ST_AsGeoJSON(y.area, 15)::jsonb)
            FROM plant_range y
            WHERE y.plant_id = coalesce(t.batched_plant_id, t.plant_id)
              AND y.effective_from <= asked_at
            ORDER BY y.effective_from DESC, y.decided_at DESC, y.id DESC LIMIT 1))
        FROM (
          (SELECT last_trip.* FROM (
             SELECT * FROM trip WHERE vehicle_id = v.id AND started_at <= asked_at
             ORDER BY started_at DESC LIMIT 1) last_trip
           WHERE last_trip.ended_at IS NULL OR last_trip.ended_at > asked_at)
          UNION ALL
          (SELECT next_trip.* FROM trip next_trip
           JOIN assignment n ON n.id = next_trip.assignment_id
           WHERE next_trip.vehicle_id = v.id AND next_trip.started_at IS NULL
             AND next_trip.ended_at IS NULL
             AND n.starts_at - make_interval(mins => near_min) <= asked_at
             AND n.ends_at + make_interval(mins => near_min) >= asked_at
           ORDER BY n.starts_at LIMIT 1)
          LIMIT 1) t
        JOIN enterprise x ON x.id = t.enterprise_id
        JOIN pour_order o ON o.id = t.order_id
        JOIN plant p ON p.id = t.plant_id
        JOIN site s ON s.id = t.site_id))
    FROM vehicle v
    WHERE v.plate_no = asked_plate
      AND (asked_color IS NULL OR v.plate_color IS NULL OR v.plate_color = asked_color)
      AND (enterprises IS NULL OR v.owner_enterprise_id = ANY(enterprises))
      AND (home_district IS NULL OR EXISTS (
        SELECT 1 FROM enterprise home
        WHERE home.id = v.owner_enterprise_id AND home.district = home_district))
    ORDER BY v.is_provisional, v.created_at;
  END $$`;

export class AnswerTheRoadsideAtOnce1795800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX trip_vehicle ON trip (vehicle_id, started_at)`);
    await queryRunner.query(DOSSIER);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION roadside_dossier`);
    await queryRunner.query(`DROP INDEX trip_vehicle`);
  }
}
