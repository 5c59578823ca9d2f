import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided on batches, weighed, tested and signed is only added to. */
const ONLY_ADDED = ['batch_settlement', 'weighing', 'ex_works_test', 'acceptance'];

export class SealBatchSettlements1796900000900 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ONLY_ADDED) {
      await queryRunner.query(
        `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION refuse_unlinking()`,
      );
      await queryRunner.query(
        `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ONLY_ADDED) {
      await queryRunner.query(`DROP TRIGGER never_emptied ON ${table}`);
      await queryRunner.query(`DROP TRIGGER only_added ON ${table}`);
    }
  }
}
