import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['agency_key', 'agency_key_revocation', 'agency_key_use'];

/** Keys with which the agencies' own systems ask for their officers: who has them, and every use. */
export class IssueAgencyKeys1797500000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agency_key (
        id           uuid PRIMARY KEY,
        key_hash     text NOT NULL CONSTRAINT agency_key_key_hash_key UNIQUE,
        agency       text NOT NULL,
        system_name  text NOT NULL,
        permissions  text[] NOT NULL,
        expires_at   timestamptz NOT NULL,
        reason       text NOT NULL,
        issued_by    uuid NOT NULL,
        issued_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX agency_key_issued ON agency_key (issued_at, id)`);
    await queryRunner.query(`
      CREATE TABLE agency_key_revocation (
        id          uuid PRIMARY KEY,
        key_id      uuid NOT NULL CONSTRAINT agency_key_revocation_key UNIQUE,
        reason      text NOT NULL,
        revoked_by  uuid NOT NULL,
        revoked_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE agency_key_use (
        id           uuid PRIMARY KEY,
        key_id       uuid NOT NULL,
        badge_no     text NOT NULL,
        permission   text,
        was_allowed  boolean NOT NULL,
        used_at      timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX agency_key_use_key ON agency_key_use (key_id, used_at)`);
    for (const table of TABLES) {
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
    await queryRunner.query(`DROP TABLE agency_key_use, agency_key_revocation, agency_key`);
  }
}
