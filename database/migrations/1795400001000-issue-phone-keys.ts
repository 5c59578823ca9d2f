import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys with which a driver's phone reports through an app that knows no sign-in. */
export class IssuePhoneKeys1795400001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE phone_key (
        id                 uuid PRIMARY KEY,
        key_hash           text NOT NULL UNIQUE,
        driver_id          uuid NOT NULL,
        enterprise_id      uuid NOT NULL,
        device_name        text NOT NULL,
        issued_by          uuid NOT NULL,
        issued_at          timestamptz NOT NULL,
        revoked_by         uuid,
        revoked_at         timestamptz,
        refused_count      integer NOT NULL DEFAULT 0,
        last_refusal_code  text,
        last_refused_at    timestamptz
      )`);
    await queryRunner.query(`CREATE INDEX phone_key_driver ON phone_key (driver_id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE phone_key`);
  }
}
