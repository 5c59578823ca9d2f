import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sensors of drums are mounted either way round. */
export class InvertDrums1795500001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE terminal ADD COLUMN is_drum_inverted boolean NOT NULL DEFAULT false`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE terminal DROP COLUMN is_drum_inverted`);
  }
}
