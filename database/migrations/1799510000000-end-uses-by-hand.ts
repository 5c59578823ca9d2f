import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agreement of use may be ended before its time: who ended it, and why, is written beside it, once. */
export class EndUsesByHand1799510000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE use_agreement ADD COLUMN ended_by uuid, ADD COLUMN end_reason text`,
    );
    await this.guard(queryRunner, `'ended_at', 'ended_by', 'end_reason'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.guard(queryRunner, `'ended_at'`);
    await queryRunner.query(
      `ALTER TABLE use_agreement DROP COLUMN ended_by, DROP COLUMN end_reason`,
    );
  }

  private async guard(queryRunner: QueryRunner, ending: string): Promise<void> {
    await queryRunner.query(`DROP TRIGGER only_added ON use_agreement`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON use_agreement
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_but_its_end(${ending})`,
    );
  }
}
