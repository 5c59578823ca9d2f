import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an enterprise came to its mode: decisions, only added. */
export class ChangeModes1797600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE enterprise_mode_decision (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        from_mode      text NOT NULL,
        to_mode        text NOT NULL,
        reason         text NOT NULL,
        decided_by     uuid NOT NULL,
        decided_at     timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX enterprise_mode_decision_enterprise
         ON enterprise_mode_decision (enterprise_id, decided_at)`,
    );
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON enterprise_mode_decision
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON enterprise_mode_decision
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE enterprise_mode_decision`);
  }
}
