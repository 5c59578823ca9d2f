import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The eco-sensitive zones that a plant lay in when its licence was decided (R45). */
export class NameEcoZones1798500100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE plant_decision ADD COLUMN eco_zones jsonb NOT NULL DEFAULT '[]'`,
    );
    await queryRunner.query(`ALTER TABLE plant_decision ALTER COLUMN eco_zones DROP DEFAULT`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE plant_decision DROP COLUMN eco_zones`);
  }
}
