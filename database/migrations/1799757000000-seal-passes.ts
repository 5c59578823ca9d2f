import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a pass is: its decisions, and its renewal's, stand beside it. */
const CHANGING = ['state', 'tolerated_to', 'version'];

/** What a pass was issued for is rewritten by nobody; its state goes on by decisions. */
export class SealPasses1799757000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_rewriting_but() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - TG_ARGV = to_jsonb(NEW) - TG_ARGV THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'rows of % are only added, and go on in %', TG_TABLE_NAME, TG_ARGV
          USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON road_pass
       FOR EACH ROW EXECUTE FUNCTION
         refuse_rewriting_but(${CHANGING.map((name) => `'${name}'`).join(', ')})`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON road_pass
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER never_emptied ON road_pass`);
    await queryRunner.query(`DROP TRIGGER only_added ON road_pass`);
    await queryRunner.query(`DROP FUNCTION refuse_rewriting_but`);
  }
}
