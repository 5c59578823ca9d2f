import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is noted again about the same is mended once, when it has been quiet for a while. */
export class GatherPlanMends1799763000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE plan_mend ADD COLUMN about text`);
    await queryRunner.query(`CREATE UNIQUE INDEX plan_mend_about ON plan_mend (listener, about)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE plan_mend DROP COLUMN about`);
  }
}
