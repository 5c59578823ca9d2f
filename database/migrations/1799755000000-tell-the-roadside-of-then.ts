import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const REGISTRATION = `(SELECT r.state FROM registration r WHERE r.vehicle_id = v.id)`;
/** What the first decision after the instant led away from; without one it is as it was. */
const REGISTRATION_OF_THEN = `(
          SELECT CASE WHEN later.id IS NULL THEN r.state ELSE later.from_state END
          FROM registration r
          LEFT JOIN LATERAL (
            SELECT d.id, d.from_state FROM compliance_decision d
            WHERE d.subject_id = v.id AND d.subject_kind = 'registration'
              AND d.decided_at > asked.at
            ORDER BY d.decided_at, d.id LIMIT 1) later ON true
          WHERE r.vehicle_id = v.id)`;

const PASS_STATE = `'state', p.state,`;
const PASS_STATE_OF_THEN = `'state', coalesce((
              SELECT d.from_state FROM compliance_decision d
              WHERE d.subject_id = p.id AND d.subject_kind = 'pass' AND d.decided_at > asked.at
              ORDER BY d.decided_at, d.id LIMIT 1), p.state),`;

const PASSES = `FROM road_pass p WHERE p.vehicle_id = v.id),`;
const PASSES_OF_THEN = `FROM road_pass p WHERE p.vehicle_id = v.id AND p.issued_at <= asked.at),`;

const OPEN_ALERTS = `SELECT count(*) FROM alert a WHERE a.vehicle_id = v.id AND a.ended_at IS NULL),`;
/** In two parts, for each has an index of its own. */
const OPEN_ALERTS_OF_THEN = `SELECT count(*) FROM (
            SELECT FROM alert a
            WHERE a.vehicle_id = v.id AND a.ended_at IS NULL AND a.started_at <= asked.at
            UNION ALL
            SELECT FROM alert a
            WHERE a.vehicle_id = v.id AND a.ended_at > asked.at
              AND a.started_at <= asked.at) open_then),`;

const ON_DUTY = `WHERE w.vehicle_id = v.id AND w.clock_out_at IS NULL),`;
const ON_DUTY_THEN = `WHERE w.vehicle_id = v.id AND w.clock_in_at <= asked.at
            AND coalesce(w.clock_out_at > asked.at, true)
          ORDER BY w.clock_in_at DESC LIMIT 1),`;

const CHANGES = [
  [REGISTRATION, REGISTRATION_OF_THEN],
  [PASS_STATE, PASS_STATE_OF_THEN],
  [PASSES, PASSES_OF_THEN],
  [OPEN_ALERTS, OPEN_ALERTS_OF_THEN],
  [ON_DUTY, ON_DUTY_THEN],
] as const;

/** Whoever asks about an hour that has passed is told of the papers, alerts and driver of that hour. */
export class TellTheRoadsideOfThen1799755000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX duty_vehicle ON duty (vehicle_id, clock_in_at)`);
    await queryRunner.query(
      `CREATE INDEX alert_vehicle_ended ON alert (vehicle_id, ended_at) WHERE ended_at IS NOT NULL`,
    );
    await replaceInFunction(queryRunner, 'roadside_dossiers', CHANGES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replaceInFunction(
      queryRunner,
      'roadside_dossiers',
      CHANGES.map(([was, is]) => [is, was] as const),
    );
    await queryRunner.query(`DROP INDEX alert_vehicle_ended`);
    await queryRunner.query(`DROP INDEX duty_vehicle`);
  }
}
