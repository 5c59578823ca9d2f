import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is gathered waits for quiet, and no longer than so long after the first that was noted. */
export class WaitNoLongerToMend1799775000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE plan_mend ADD COLUMN first_noted_at timestamptz`);
    await queryRunner.query(`UPDATE plan_mend SET first_noted_at = noted_at`);
    await queryRunner.query(`ALTER TABLE plan_mend ALTER COLUMN first_noted_at SET NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE plan_mend DROP COLUMN first_noted_at`);
  }
}
