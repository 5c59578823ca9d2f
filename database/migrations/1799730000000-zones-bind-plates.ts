import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which plates a zone binds: those that begin so, all others, or some last figures. */
export class ZonesBindPlates1799730000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE zone_version ADD COLUMN plates jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE zone_version DROP COLUMN plates`);
  }
}
