import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How to find a site that has no address (R20). */
export class KnowLandmarks1798500300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE site ADD COLUMN landmark text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE site DROP COLUMN landmark`);
  }
}
