import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many trucks a site lets discharge at once, where an order states it. */
export class StatePlaces1799700000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE pour_order ADD COLUMN places_at_site integer`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE pour_order DROP COLUMN places_at_site`);
  }
}
