import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sites call for during a day, with who called; and that a site says it is ready. */
export class TakeOrderCalls1796700000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE order_call (
        id               uuid PRIMARY KEY,
        order_id         uuid NOT NULL,
        enterprise_id    uuid NOT NULL,
        call             text NOT NULL,
        m3               double precision,
        rate_m3_per_hour double precision,
        caller_name      text NOT NULL,
        caller_phone     text,
        taken_by         uuid NOT NULL,
        taken_at         timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX order_call_order ON order_call (order_id, taken_at)`);
    await queryRunner.query(
      `ALTER TABLE pour_order ADD COLUMN is_site_ready boolean NOT NULL DEFAULT false`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE pour_order DROP COLUMN is_site_ready`);
    await queryRunner.query(`DROP TABLE order_call`);
  }
}
