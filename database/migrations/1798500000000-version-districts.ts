import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Districts as they were decided: a name and an area from a day on (R43). Only added. */
export class VersionDistricts1798500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE district_version (
        id              uuid PRIMARY KEY,
        district_id     uuid NOT NULL,
        version         integer NOT NULL,
        name            text NOT NULL,
        area            geometry(MultiPolygon, 4326) NOT NULL,
        is_retired      boolean NOT NULL,
        effective_from  timestamptz NOT NULL,
        decided_by      uuid NOT NULL,
        decided_at      timestamptz NOT NULL,
        reason          text NOT NULL,
        CONSTRAINT district_version_number UNIQUE (district_id, version)
      )`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON district_version
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON district_version
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE district_version`);
  }
}
