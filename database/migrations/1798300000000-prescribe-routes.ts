import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers are told of plates, as before, with more of each pass. */
const dossiers = (routes: string): string => `
  CREATE OR REPLACE FUNCTION roadside_dossiers(questions jsonb, near_min integer)
  RETURNS TABLE (nth integer, dossier json) LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN QUERY
    SELECT asked.nth, known.dossier
    FROM jsonb_to_recordset(questions) AS asked (nth integer, plate text, color text,
      at timestamptz, enterprises uuid[], district text)
    CROSS JOIN LATERAL (
      SELECT json_build_object(
        'vehicle', json_build_object('id', v.id, 'kind', v.kind, 'plate_no', v.plate_no,
          'plate_color', v.plate_color, 'owner_name', v.owner_name,
          'owner_enterprise_id', v.owner_enterprise_id, 'is_provisional', v.is_provisional,
          'emission_class', v.emission_class, 'drum_capacity_m3', v.drum_capacity_m3,
          'boom_length_m', v.boom_length_m),
        'owner', (
          SELECT json_build_object('name', e.name, 'credit_grade', e.credit_grade)
          FROM enterprise e WHERE e.id = v.owner_enterprise_id),
        'registration_state', (SELECT r.state FROM registration r WHERE r.vehicle_id = v.id),
        'passes', (
          SELECT coalesce(json_agg(json_build_object('pass_no', p.pass_no,
            'zone_ids', p.zone_ids, 'hours', p.hours, 'valid_from', p.valid_from,
            'valid_to', p.valid_to, 'state', p.state, 'leave_by', p.leave_by,
            'tolerated_to', p.tolerated_to${routes})), '[]')
          FROM road_pass p WHERE p.vehicle_id = v.id),
        'uses', (
          SELECT coalesce(json_agg(json_build_object('enterprise_id', u.enterprise_id,
            'kind', u.kind, 'valid_from', u.valid_from, 'valid_to', u.valid_to)), '[]')
          FROM use_agreement u WHERE u.vehicle_id = v.id),
        'open_alerts', (
          SELECT count(*) FROM alert a WHERE a.vehicle_id = v.id AND a.ended_at IS NULL),
        'last_position', (
          SELECT json_build_object('lng', k.lng, 'lat', k.lat, 'fix_at', k.fix_at)
          FROM vehicle_track k
          WHERE k.vehicle_id = v.id AND k.lng IS NOT NULL AND k.lat IS NOT NULL
            AND k.fix_at IS NOT NULL),
        'driver', (
          SELECT json_build_object('id', d.id, 'name', d.name, 'trainings', (
            SELECT coalesce(json_agg(json_build_object('kind', g.kind,
              'has_passed', g.has_passed, 'passed_on', g.passed_on,
              'expires_on', g.expires_on)), '[]')
            FROM training_result g WHERE g.driver_id = d.id))
          FROM duty w JOIN driver d ON d.id = w.driver_id
          WHERE w.vehicle_id = v.id AND w.clock_out_at IS NULL),
        'trip', (
          SELECT json_build_object(
            'enterprise_id', t.enterprise_id, 'is_enterprise_barred', x.is_barred,
            'order_no', o.order_no, 'grade', o.grade, 'plant_name', p.name,
            'site_name', s.name, 'stage', t.stage, 'planned_m3', t.planned_m3,
            'batched_m3', t.batched_m3, 'batched_at', t.batched_at,
            'left_plant_at', t.left_plant_at, 'arrived_at', t.arrived_at,
            'unload_start_at', t.unload_start_at, 'unload_end_at', t.unload_end_at,
            'ended_at', t.ended_at,
            'plant_lng', ST_X(p.position::geometry), 'plant_lat', ST_Y(p.position::geometry),
            'site_lng', ST_X(s.position::geometry), 'site_lat', ST_Y(s.position::geometry),
            'range', (
              SELECT json_build_object('radius_m', y.radius_m,
                'area', ST_AsGeoJSON(y.area, 15)::json)
              FROM plant_range y
              WHERE y.plant_id = coalesce(t.batched_plant_id, t.plant_id)
                AND y.effective_from <= asked.at
              ORDER BY y.effective_from DESC, y.decided_at DESC, y.id DESC LIMIT 1))
          FROM (
            (SELECT last_trip.* FROM (
               SELECT * FROM trip WHERE vehicle_id = v.id AND started_at <= asked.at
               ORDER BY started_at DESC LIMIT 1) last_trip
             WHERE last_trip.ended_at IS NULL OR last_trip.ended_at > asked.at)
            UNION ALL
            (SELECT next_trip.* FROM trip next_trip
             JOIN assignment n ON n.id = next_trip.assignment_id
             WHERE next_trip.vehicle_id = v.id AND next_trip.started_at IS NULL
               AND next_trip.ended_at IS NULL
               AND n.starts_at - make_interval(mins => near_min) <= asked.at
               AND n.ends_at + make_interval(mins => near_min) >= asked.at
             ORDER BY n.starts_at LIMIT 1)
            LIMIT 1) t
          JOIN enterprise x ON x.id = t.enterprise_id
          JOIN pour_order o ON o.id = t.order_id
          JOIN plant p ON p.id = t.plant_id
          JOIN site s ON s.id = t.site_id)) AS dossier
      FROM vehicle v
      WHERE v.plate_no = asked.plate
        AND (asked.color IS NULL OR v.plate_color IS NULL OR v.plate_color = asked.color)
        AND (asked.enterprises IS NULL OR v.owner_enterprise_id = ANY(asked.enterprises))
        AND (asked.district IS NULL OR EXISTS (
          SELECT 1 FROM enterprise home
          WHERE home.id = v.owner_enterprise_id AND home.district = asked.district))
      ORDER BY v.is_provisional, v.created_at) known;
  END $$`;

/** The roads that a pass prescribes, and that an application asks for. */
export class PrescribeRoutes1798300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['road_pass', 'pass_application']) {
      await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN routes jsonb NOT NULL DEFAULT '[]'`);
    }
    await queryRunner.query(`ALTER TABLE pass_application ALTER COLUMN routes DROP DEFAULT`);
    await queryRunner.query(dossiers(`, 'routes', p.routes`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(dossiers(''));
    for (const table of ['road_pass', 'pass_application']) {
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN routes`);
    }
  }
}
