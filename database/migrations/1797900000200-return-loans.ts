import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lent vehicle may be back before its date: the use that was agreed on ends then. */
export class ReturnLoans1797900000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE use_agreement ADD COLUMN ended_at timestamptz`);
    await queryRunner.query(`DROP TRIGGER only_added ON use_agreement`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON use_agreement
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_but_its_end('ended_at')`,
    );
    await this.tellAtTheRoadside(queryRunner, 'u.valid_to', 'coalesce(u.ended_at, u.valid_to)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.tellAtTheRoadside(queryRunner, 'coalesce(u.ended_at, u.valid_to)', 'u.valid_to');
    await queryRunner.query(`DROP TRIGGER only_added ON use_agreement`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON use_agreement
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(`ALTER TABLE use_agreement DROP COLUMN ended_at`);
  }

  /** The roadside's function stays as it is but for until when a use is valid. */
  private async tellAtTheRoadside(
    queryRunner: QueryRunner,
    was: string,
    is: string,
  ): Promise<void> {
    const [{ definition }]: [{ definition: string }] = await queryRunner.query(
      `SELECT pg_get_functiondef('roadside_dossiers'::regproc) AS definition`,
    );
    await queryRunner.query(definition.replace(`'valid_to', ${was}`, `'valid_to', ${is}`));
  }
}
