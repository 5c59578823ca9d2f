import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that drivers are enrolled in, and the certificate that a passed examination gives. */
export class HoldTrainingSessions1795700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE training_session (
        id              uuid PRIMARY KEY,
        title           text NOT NULL,
        place           text NOT NULL,
        partner_agency  text NOT NULL,
        starts_at       timestamptz NOT NULL,
        ends_at         timestamptz NOT NULL,
        capacity        integer NOT NULL,
        state           text NOT NULL,
        planned_by      uuid NOT NULL,
        planned_at      timestamptz NOT NULL,
        version         integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`
      CREATE TABLE training_enrolment (
        id           uuid PRIMARY KEY,
        session_id   uuid NOT NULL,
        driver_id    uuid NOT NULL,
        state        text NOT NULL,
        enrolled_by  uuid NOT NULL,
        enrolled_at  timestamptz NOT NULL,
        settled_by   uuid,
        settled_at   timestamptz
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX training_enrolment_place ON training_enrolment (session_id, driver_id)
       WHERE state <> 'withdrawn'`,
    );
    await queryRunner.query(
      `CREATE INDEX training_enrolment_driver ON training_enrolment (driver_id)`,
    );
    await queryRunner.query(`
      ALTER TABLE training_result
        ADD COLUMN session_id uuid,
        ADD COLUMN certificate_no text,
        ADD CONSTRAINT training_result_certificate UNIQUE (certificate_no)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE training_result DROP COLUMN certificate_no, DROP COLUMN session_id`,
    );
    await queryRunner.query(`DROP TABLE training_enrolment, training_session`);
  }
}
