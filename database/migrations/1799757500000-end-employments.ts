import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A driver leaves his enterprise and stays on record; what was corrected of him, and who ended his
 * employment, is only added to. The number of one who left may be another's.
 */
export class EndEmployments1799757500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE driver
        ADD COLUMN left_on date,
        ADD COLUMN left_at timestamptz,
        DROP CONSTRAINT driver_phone`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX driver_phone ON driver (enterprise_id, phone) WHERE left_at IS NULL`,
    );
    await queryRunner.query(`
      CREATE TABLE driver_decision (
        id          uuid PRIMARY KEY,
        driver_id   uuid NOT NULL,
        kind        text NOT NULL,
        before      jsonb,
        left_on     date,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX driver_decision_driver ON driver_decision (driver_id, decided_at)`,
    );
    await queryRunner.query(
      `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON driver_decision
       FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
    );
    await queryRunner.query(
      `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON driver_decision
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE driver_decision`);
    await queryRunner.query(`DROP INDEX driver_phone`);
    await queryRunner.query(`
      ALTER TABLE driver
        ADD CONSTRAINT driver_phone UNIQUE (enterprise_id, phone),
        DROP COLUMN left_at,
        DROP COLUMN left_on`);
  }
}
