import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent back may be due on another day, which its step keeps. */
export class GiveAnotherDay1799781000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE roadside_finding_step ADD COLUMN due_on date`);
    await queryRunner.query(`ALTER TABLE rectification_step ADD COLUMN due_on date`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE rectification_step DROP COLUMN due_on`);
    await queryRunner.query(`ALTER TABLE roadside_finding_step DROP COLUMN due_on`);
  }
}
