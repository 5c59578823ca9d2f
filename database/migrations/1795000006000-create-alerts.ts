import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAlerts1795000006000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE alert (
        id               uuid PRIMARY KEY,
        code             text NOT NULL,
        level            text NOT NULL,
        vehicle_id       uuid NOT NULL,
        driver_id        uuid,
        trip_id          uuid,
        enterprise_id    uuid,
        subject_kind     text NOT NULL,
        subject_id       uuid NOT NULL,
        state            text NOT NULL,
        value            double precision,
        limit_value      double precision,
        unit             text,
        rule_version     text NOT NULL,
        reasons          jsonb NOT NULL,
        evidence         jsonb NOT NULL,
        lng              double precision NOT NULL,
        lat              double precision NOT NULL,
        started_at       timestamptz NOT NULL,
        opened_at        timestamptz NOT NULL,
        ended_at         timestamptz,
        is_late          boolean NOT NULL DEFAULT false,
        version          integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX alert_open_episode ON alert (vehicle_id, code, subject_id)
        WHERE ended_at IS NULL`);
    await queryRunner.query(`CREATE INDEX alert_enterprise ON alert (enterprise_id, opened_at)`);
    await queryRunner.query(`CREATE INDEX alert_vehicle ON alert (vehicle_id, started_at)`);
    await queryRunner.query(`
      CREATE TABLE alert_decision (
        id          uuid PRIMARY KEY,
        alert_id    uuid NOT NULL,
        from_state  text NOT NULL,
        to_state    text NOT NULL,
        note        text,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX alert_decision_alert ON alert_decision (alert_id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE alert_decision, alert`);
  }
}
