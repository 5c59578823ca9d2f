import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts permission is judged on. Decisions are appended, never changed. */
export class CreateCompliance1795000004000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE registration (
        vehicle_id       uuid PRIMARY KEY,
        registration_no  text UNIQUE,
        state            text NOT NULL,
        updated_at       timestamptz NOT NULL,
        version          integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`
      CREATE TABLE road_pass (
        id            uuid PRIMARY KEY,
        pass_no       text NOT NULL UNIQUE,
        vehicle_id    uuid NOT NULL,
        zone_ids      uuid[] NOT NULL,
        hours         jsonb NOT NULL,
        valid_from    timestamptz NOT NULL,
        valid_to      timestamptz NOT NULL,
        issuing_body  text NOT NULL,
        state         text NOT NULL,
        issued_by     uuid NOT NULL,
        issued_at     timestamptz NOT NULL,
        version       integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(`CREATE INDEX road_pass_vehicle ON road_pass (vehicle_id)`);
    await queryRunner.query(`
      CREATE TABLE document_counter (
        kind    text NOT NULL,
        prefix  text NOT NULL,
        value   integer NOT NULL,
        PRIMARY KEY (kind, prefix)
      )`);
    await queryRunner.query(`
      CREATE TABLE compliance_decision (
        id            uuid PRIMARY KEY,
        subject_kind  text NOT NULL,
        subject_id    uuid NOT NULL,
        from_state    text,
        to_state      text NOT NULL,
        reason        text NOT NULL,
        before        jsonb,
        decided_by    uuid NOT NULL,
        decided_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX compliance_decision_subject ON compliance_decision (subject_id, decided_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE training_result (
        id           uuid PRIMARY KEY,
        driver_id    uuid NOT NULL,
        kind         text NOT NULL,
        score        integer NOT NULL,
        has_passed   boolean NOT NULL,
        passed_on    date NOT NULL,
        expires_on   date NOT NULL,
        recorded_by  uuid NOT NULL,
        recorded_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX training_result_driver ON training_result (driver_id)`);
    await queryRunner.query(`
      CREATE TABLE zone_version (
        id              uuid PRIMARY KEY,
        zone_id         uuid NOT NULL,
        version         integer NOT NULL,
        kind            text NOT NULL,
        name            text NOT NULL,
        area            geometry(MultiPolygon, 4326) NOT NULL,
        hours           jsonb NOT NULL,
        binds           jsonb NOT NULL,
        is_retired      boolean NOT NULL DEFAULT false,
        effective_from  timestamptz NOT NULL,
        decided_by      uuid NOT NULL,
        decided_at      timestamptz NOT NULL,
        reason          text NOT NULL,
        CONSTRAINT zone_version_number UNIQUE (zone_id, version)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE document_counter, zone_version, training_result, compliance_decision, road_pass, registration`,
    );
  }
}
