import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry of a ledger that was made in error stays on record, and beside it that it counts no more, and why. */
export class WithdrawLedgerEntries1799783000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_withdrawal (
        id          uuid PRIMARY KEY,
        entry_id    uuid NOT NULL,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL,
        CONSTRAINT ledger_withdrawal_entry UNIQUE (entry_id)
      )`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON ledger_withdrawal
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger_withdrawal
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ledger_withdrawal`);
  }
}
