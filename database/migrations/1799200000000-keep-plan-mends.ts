import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What plans are still to be mended around; rows go once it is done. */
export class KeepPlanMends1799200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE plan_mend (
        id        uuid PRIMARY KEY,
        listener  text NOT NULL,
        payload   jsonb NOT NULL,
        noted_at  timestamptz NOT NULL,
        next_at   timestamptz NOT NULL,
        attempts  integer NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX plan_mend_noted ON plan_mend (noted_at, id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE plan_mend`);
  }
}
