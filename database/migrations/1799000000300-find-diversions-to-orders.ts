import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was sent to an order is looked for as what was sent away from it is. */
export class FindDiversionsToOrders1799000000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX diversion_to_order ON diversion (to_order_id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX diversion_to_order`);
  }
}
