import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sites whose neighbours sleep, and the permits to work there at night (R46). */
export class WorkAtNight1798500200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE site ADD COLUMN is_noise_sensitive boolean NOT NULL DEFAULT false`,
    );
    await queryRunner.query(`
      CREATE TABLE night_permit (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        site_id        uuid NOT NULL,
        permit_no      text NOT NULL,
        issued_by      text NOT NULL,
        valid_from     timestamptz NOT NULL,
        valid_to       timestamptz NOT NULL,
        recorded_by    uuid NOT NULL,
        recorded_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX night_permit_site ON night_permit (site_id, valid_to)`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON night_permit
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON night_permit
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE night_permit`);
    await queryRunner.query(`ALTER TABLE site DROP COLUMN is_noise_sensitive`);
  }
}
