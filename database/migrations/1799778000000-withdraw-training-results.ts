import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replaceInFunction } from '../replace-in-function.js';

const RESULTS = `FROM training_result g WHERE g.driver_id = d.id)`;
/** One that is withdrawn later counted at the instant that is asked about. */
const RESULTS_NOT_WITHDRAWN = `FROM training_result g WHERE g.driver_id = d.id
              AND NOT EXISTS (SELECT 1 FROM training_withdrawal gone
                WHERE gone.result_id = g.id AND gone.decided_at <= asked.at))`;

/** A result that was recorded wrongly stays on record, and beside it that it counts no more, and why. */
export class WithdrawTrainingResults1799778000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE training_withdrawal (
        id          uuid PRIMARY KEY,
        result_id   uuid NOT NULL,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL,
        CONSTRAINT training_withdrawal_result UNIQUE (result_id)
      )`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON training_withdrawal
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON training_withdrawal
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
    await replaceInFunction(queryRunner, 'roadside_dossiers', [[RESULTS, RESULTS_NOT_WITHDRAWN]]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replaceInFunction(queryRunner, 'roadside_dossiers', [[RESULTS_NOT_WITHDRAWN, RESULTS]]);
    await queryRunner.query(`DROP TABLE training_withdrawal`);
  }
}
