import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspections that are handed out: who looks at what, until when, and what came of it (R22). */
export class HandOutInspections1799000000500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE inspection_task (
        id              uuid PRIMARY KEY,
        enterprise_id   uuid NOT NULL,
        kind            text NOT NULL,
        title           text NOT NULL,
        offices         text[] NOT NULL,
        inspector_name  text NOT NULL,
        due_on          date NOT NULL,
        state           text NOT NULL,
        ordered_at      timestamptz NOT NULL,
        version         integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE INDEX inspection_task_enterprise ON inspection_task (enterprise_id, ordered_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE inspection_task_step (
        id               uuid PRIMARY KEY,
        task_id          uuid NOT NULL,
        to_state         text NOT NULL,
        text             text NOT NULL,
        ledger_entry_id  uuid,
        taken_by         uuid NOT NULL,
        taken_at         timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX inspection_task_step_task ON inspection_task_step (task_id)`,
    );
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON inspection_task_step
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON inspection_task_step
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE inspection_task_step, inspection_task`);
  }
}
