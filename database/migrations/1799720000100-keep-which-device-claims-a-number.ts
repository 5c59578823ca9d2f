import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWhichDeviceClaimsANumber1799720000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE terminal
        ADD COLUMN claimed_terminal_no text,
        ADD COLUMN claimed_manufacturer text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE terminal DROP COLUMN claimed_manufacturer, DROP COLUMN claimed_terminal_no`);
  }
}
