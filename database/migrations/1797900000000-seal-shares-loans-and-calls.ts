import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps that were only added to by habit until now. */
const ONLY_ADDED = ['joint_share_step', 'vehicle_loan_step'];

/** Decisions whose end is written beside them, once, and their columns for it. */
const ENDED_ONCE = {
  alert_mute: ['lifted_at', 'lifted_by'],
  loading_call: ['closed_at', 'closed_by', 'close_reason'],
};

/** The database refuses to rewrite them, as it does for everything that the chain of the record holds. */
export class SealSharesLoansAndCalls1797900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_rewriting_but_its_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE'
          AND to_jsonb(OLD) - TG_ARGV = to_jsonb(NEW) - TG_ARGV
          AND NOT EXISTS (
            SELECT 1 FROM unnest(TG_ARGV) ending(name)
            WHERE to_jsonb(OLD) -> name NOT IN ('null'::jsonb, to_jsonb(NEW) -> name)) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'rows of % are only added, and ended once', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    for (const table of ONLY_ADDED) await this.guard(queryRunner, table, 'refuse_rewriting()');
    for (const [table, columns] of Object.entries(ENDED_ONCE)) {
      const names = columns.map((name) => `'${name}'`).join(', ');
      await this.guard(queryRunner, table, `refuse_rewriting_but_its_end(${names})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [...ONLY_ADDED, ...Object.keys(ENDED_ONCE)]) {
      await queryRunner.query(`DROP TRIGGER never_emptied ON ${table}`);
      await queryRunner.query(`DROP TRIGGER only_added ON ${table}`);
    }
    await queryRunner.query(`DROP FUNCTION refuse_rewriting_but_its_end`);
  }

  private async guard(queryRunner: QueryRunner, table: string, refuse: string): Promise<void> {
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON ${table}
       FOR EACH ROW EXECUTE FUNCTION ${refuse}`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }
}
