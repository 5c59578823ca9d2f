import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order that is the rest of one of an earlier day; of each there is one at most. */
export class CarryOrders1796900001002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE pour_order ADD COLUMN carried_from_order_id uuid`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX pour_order_carried_once ON pour_order (carried_from_order_id)
       WHERE carried_from_order_id IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE pour_order DROP COLUMN carried_from_order_id`);
  }
}
