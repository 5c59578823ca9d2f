import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are decisions or looks at others: only added to. */
const ONLY_ADDED = [
  'user_decision',
  'policy_value',
  'plant_range',
  'use_agreement',
  'terminal_decision',
  'compliance_decision',
  'training_result',
  'zone_version',
  'alert_decision',
  'order_call',
  'roadside_check',
  'track_access',
  'sighting',
  'audit_removal',
  'audit_entry',
];

/**
 * The chain of hashes over what was decided and looked at; and the database refuses to rewrite such
 * rows. They go only when a removal, which is sealed too, says up to which id their kind is kept no
 * longer. The links themselves never go.
 */
export class SealRecords1796700000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_entry (
        sequence   bigint PRIMARY KEY,
        source     text NOT NULL,
        form       smallint NOT NULL,
        row_id     uuid NOT NULL,
        digest     text NOT NULL,
        sealed_at  timestamptz NOT NULL,
        hash       text NOT NULL,
        CONSTRAINT audit_entry_row UNIQUE (source, row_id)
      )`);
    await queryRunner.query(`
      CREATE TABLE audit_removal (
        id              uuid PRIMARY KEY,
        source          text NOT NULL,
        before_id       uuid NOT NULL,
        policy_version  text NOT NULL,
        removed_at      timestamptz NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE audit_verification (
        id             uuid PRIMARY KEY,
        requested_by   uuid,
        requested_at   timestamptz NOT NULL,
        finished_at    timestamptz,
        entries        bigint,
        head_hash      text,
        finding_count  integer,
        findings       jsonb NOT NULL
      )`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (
          SELECT 1 FROM audit_removal r
          WHERE r.source = TG_TABLE_NAME AND OLD.id < r.before_id) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_unlinking() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    for (const table of ONLY_ADDED) {
      const refuse = table.startsWith('audit_') ? 'refuse_unlinking' : 'refuse_rewriting';
      await queryRunner.query(
        `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION ${refuse}()`,
      );
      await queryRunner.query(
        `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
      );
    }
    await queryRunner.query(`
      CREATE TRIGGER override_stays BEFORE UPDATE ON assignment FOR EACH ROW
      WHEN (OLD.override_reason IS NOT NULL
        AND (OLD.id, OLD.order_id, OLD.vehicle_id, OLD.driver_id, OLD.override_reason,
             OLD.created_by, OLD.created_at)
          IS DISTINCT FROM
            (NEW.id, NEW.order_id, NEW.vehicle_id, NEW.driver_id, NEW.override_reason,
             NEW.created_by, NEW.created_at))
      EXECUTE FUNCTION refuse_unlinking()`);
    await queryRunner.query(
      `CREATE INDEX assignment_overridden ON assignment (id) WHERE override_reason IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX assignment_overridden`);
    await queryRunner.query(`DROP TRIGGER override_stays ON assignment`);
    for (const table of ONLY_ADDED) {
      await queryRunner.query(`DROP TRIGGER never_emptied ON ${table}`);
      await queryRunner.query(`DROP TRIGGER only_added ON ${table}`);
    }
    await queryRunner.query(`DROP FUNCTION refuse_unlinking, refuse_rewriting`);
    await queryRunner.query(`DROP TABLE audit_verification, audit_removal, audit_entry`);
  }
}
