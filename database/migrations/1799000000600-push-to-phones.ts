import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pair of keys that this house signs its pushes with, and the phones that asked for them. */
export class PushToPhones1799000000600 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE push_key (
        is_only      boolean PRIMARY KEY,
        public_key   text NOT NULL,
        private_key  text NOT NULL,
        made_at      timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE push_subscription (
        id          uuid PRIMARY KEY,
        driver_id   uuid NOT NULL,
        endpoint    text NOT NULL,
        p256dh      text NOT NULL,
        auth        text NOT NULL,
        created_at  timestamptz NOT NULL,
        ended_at    timestamptz
      )`);
    await queryRunner.query(
      `CREATE INDEX push_subscription_driver ON push_subscription (driver_id) WHERE ended_at IS NULL`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX push_subscription_endpoint ON push_subscription (endpoint)
       WHERE ended_at IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE push_subscription`);
    await queryRunner.query(`DROP TABLE push_key`);
  }
}
