import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A camera may say what kind of vehicle it took a plate's for; those of before said nothing. */
export class TellKindsOfSightings1799600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE sighting ADD COLUMN seen_kind text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE sighting DROP COLUMN seen_kind`);
  }
}
