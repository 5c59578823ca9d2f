import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said and shown of a finding is only added to. */
const ONLY_ADDED = ['roadside_finding_step', 'roadside_finding_photo'];

/** What officers find on vehicles, and what the enterprises answer. */
export class RaiseFindings1797500000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE roadside_finding (
        id             uuid PRIMARY KEY,
        check_id       uuid NOT NULL,
        plate_no       text NOT NULL,
        vehicle_id     uuid NOT NULL,
        enterprise_id  uuid NOT NULL,
        place          text,
        lng            double precision,
        lat            double precision,
        due_on         date NOT NULL,
        state          text NOT NULL,
        raised_by      uuid NOT NULL,
        badge_no       text,
        agency         text,
        raised_at      timestamptz NOT NULL,
        version        integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE INDEX roadside_finding_enterprise ON roadside_finding (enterprise_id, raised_at)`,
    );
    await queryRunner.query(
      `CREATE INDEX roadside_finding_raised ON roadside_finding (raised_at, id)`,
    );
    await queryRunner.query(`
      CREATE TABLE roadside_finding_step (
        id          uuid PRIMARY KEY,
        finding_id  uuid NOT NULL,
        to_state    text NOT NULL,
        text        text NOT NULL,
        taken_by    uuid NOT NULL,
        badge_no    text,
        taken_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX roadside_finding_step_finding ON roadside_finding_step (finding_id)`,
    );
    await queryRunner.query(`
      CREATE TABLE roadside_finding_photo (
        id          uuid PRIMARY KEY,
        finding_id  uuid NOT NULL,
        file_name   text NOT NULL CONSTRAINT roadside_finding_photo_file_name_key UNIQUE,
        file_kind   text NOT NULL,
        size_bytes  integer NOT NULL,
        sha256      text NOT NULL,
        added_by    uuid NOT NULL,
        added_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX roadside_finding_photo_finding ON roadside_finding_photo (finding_id)`,
    );
    for (const table of ONLY_ADDED) {
      await queryRunner.query(
        `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
      );
      await queryRunner.query(
        `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE roadside_finding_photo, roadside_finding_step, roadside_finding`,
    );
  }
}
