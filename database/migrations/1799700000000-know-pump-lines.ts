import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the pipes of a line or trailer pump go, where somebody states it. */
export class KnowPumpLines1799700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE vehicle ADD COLUMN line_length_m double precision`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE vehicle DROP COLUMN line_length_m`);
  }
}
