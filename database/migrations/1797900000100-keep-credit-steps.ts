import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every evaluation of a year as it was handed in: an enterprise may correct its own until the
 * administration has been there, and `credit_assessment` holds the last one alone.
 */
export class KeepCreditSteps1797900000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE credit_assessment_step (
        id            uuid PRIMARY KEY,
        enterprise_id uuid NOT NULL,
        year          integer NOT NULL,
        kind          text NOT NULL,
        score         integer NOT NULL,
        text          text NOT NULL,
        visit_on      date,
        taken_by      uuid NOT NULL,
        taken_at      timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX credit_assessment_step_year ON credit_assessment_step (enterprise_id, year)`,
    );
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON credit_assessment_step
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON credit_assessment_step
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE credit_assessment_step`);
  }
}
