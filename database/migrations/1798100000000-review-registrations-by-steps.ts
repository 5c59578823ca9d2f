import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose reviews a registration needs: those begun before keep the two that were the only ones. */
export class ReviewRegistrationsBySteps1798100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE registration ADD COLUMN steps text[] NOT NULL DEFAULT '{}'`,
    );
    await queryRunner.query(
      `UPDATE registration SET steps = '{district_bureau,concrete_admin}' WHERE state <> 'draft'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE registration DROP COLUMN steps`);
  }
}
