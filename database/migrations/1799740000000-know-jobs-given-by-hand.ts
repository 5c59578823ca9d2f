import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody chose vehicle and driver of a job, not a plan; what was given before counts as planned. */
export class KnowJobsGivenByHand1799740000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE assignment ADD COLUMN is_by_hand boolean NOT NULL DEFAULT false`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE assignment DROP COLUMN is_by_hand`);
  }
}
