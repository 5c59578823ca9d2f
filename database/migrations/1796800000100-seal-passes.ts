import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that sign the codes printed on passes. */
export class SealPasses1796800000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pass_key (
        id                 text PRIMARY KEY,
        public_x           text NOT NULL,
        private_d          text NOT NULL,
        made_by            uuid NOT NULL,
        made_at            timestamptz NOT NULL,
        reason             text NOT NULL,
        withdrawn_at       timestamptz,
        withdrawn_by       uuid,
        withdrawal_reason  text
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE pass_key`);
  }
}
