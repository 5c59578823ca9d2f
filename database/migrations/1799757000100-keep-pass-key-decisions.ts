import { newId } from '@tongyun/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface PassKeyRow {
  readonly id: string;
  readonly public_x: string;
  readonly made_by: string;
  readonly made_at: Date;
  readonly reason: string;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_by: string | null;
  readonly withdrawal_reason: string | null;
}

/**
 * Who made and who withdrew a key of the codes on passes, as rows that the chain of the record can
 * hold: a key has no id in the order of time. A key itself is rewritten by nobody, and ends once.
 */
export class KeepPassKeyDecisions1799757000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pass_key_decision (
        id          uuid PRIMARY KEY,
        key_id      text NOT NULL,
        public_x    text NOT NULL,
        kind        text NOT NULL,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL
      )`);
    const keys: PassKeyRow[] = await queryRunner.query(`SELECT * FROM pass_key ORDER BY made_at`);
    for (const key of keys) await this.keepOf(queryRunner, key);
    await this.guard(queryRunner, 'pass_key_decision', 'refuse_rewriting()');
    await this.guard(
      queryRunner,
      'pass_key',
      `refuse_rewriting_but_its_end('withdrawn_at', 'withdrawn_by', 'withdrawal_reason')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER never_emptied ON pass_key`);
    await queryRunner.query(`DROP TRIGGER only_added ON pass_key`);
    await queryRunner.query(`DROP TABLE pass_key_decision`);
  }

  private async keepOf(queryRunner: QueryRunner, key: PassKeyRow): Promise<void> {
    const keep = (kind: string, reason: string | null, by: string | null, at: Date) =>
      queryRunner.query(
        `INSERT INTO pass_key_decision (id, key_id, public_x, kind, reason, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), key.id, key.public_x, kind, reason, by, at],
      );
    await keep('made', key.reason, key.made_by, key.made_at);
    if (key.withdrawn_at === null) return;
    await keep('withdrawn', key.withdrawal_reason, key.withdrawn_by, key.withdrawn_at);
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
