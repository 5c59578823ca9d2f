import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONLY_ADDED = ['credit_decision', 'ledger_entry', 'rectification_step', 'plant_decision'];

/** Credit: a year's assessment, what was decided on it, the ledger, rectifications; plants' licences. */
export class GradeCredit1796900000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE credit_assessment (
        id              uuid PRIMARY KEY,
        enterprise_id   uuid NOT NULL,
        year            integer NOT NULL,
        self_score      integer,
        self_statement  text,
        self_by         uuid,
        self_at         timestamptz,
        score           integer,
        visit_on        date,
        visit_report    text,
        evaluated_by    uuid,
        evaluated_at    timestamptz,
        version         integer NOT NULL DEFAULT 1,
        CONSTRAINT credit_assessment_year UNIQUE (enterprise_id, year)
      )`);
    await queryRunner.query(`
      CREATE TABLE credit_decision (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        kind           text NOT NULL,
        year           integer NOT NULL,
        grade          text,
        grade_before   text,
        reason         text NOT NULL,
        decided_by     uuid NOT NULL,
        decided_at     timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX credit_decision_enterprise ON credit_decision (enterprise_id, decided_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE ledger_entry (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        kind           text NOT NULL,
        occurred_at    timestamptz NOT NULL,
        title          text NOT NULL,
        content        text NOT NULL,
        person_name    text,
        photo_urls     text[] NOT NULL,
        vehicle_id     uuid,
        site_id        uuid,
        is_evidence    boolean NOT NULL,
        recorded_by    uuid NOT NULL,
        recorded_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX ledger_entry_enterprise ON ledger_entry (enterprise_id, occurred_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE rectification (
        id             uuid PRIMARY KEY,
        enterprise_id  uuid NOT NULL,
        title          text NOT NULL,
        due_on         date NOT NULL,
        evidence_id    uuid,
        state          text NOT NULL,
        ordered_at     timestamptz NOT NULL,
        version        integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query(
      `CREATE INDEX rectification_enterprise ON rectification (enterprise_id, ordered_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE rectification_step (
        id                uuid PRIMARY KEY,
        rectification_id  uuid NOT NULL,
        to_state          text NOT NULL,
        text              text NOT NULL,
        photo_urls        text[] NOT NULL,
        taken_by          uuid NOT NULL,
        taken_at          timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX rectification_step_order ON rectification_step (rectification_id)`,
    );
    await queryRunner.query(`
      CREATE TABLE plant_decision (
        id          uuid PRIMARY KEY,
        plant_id    uuid NOT NULL,
        from_state  text NOT NULL,
        to_state    text NOT NULL,
        licence_no  text,
        is_branch   boolean NOT NULL,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_at  timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX plant_decision_plant ON plant_decision (plant_id)`);
    await queryRunner.query(`
      ALTER TABLE plant
        ADD COLUMN licence_state text NOT NULL DEFAULT 'licensed',
        ADD COLUMN is_branch boolean NOT NULL DEFAULT false`);
    await queryRunner.query(
      `ALTER TABLE enterprise ADD COLUMN are_orders_blocked boolean NOT NULL DEFAULT false`,
    );
    for (const table of ONLY_ADDED) {
      await queryRunner.query(
        `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`,
      );
      await queryRunner.query(
        `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlinking()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE enterprise DROP COLUMN are_orders_blocked`);
    await queryRunner.query(`ALTER TABLE plant DROP COLUMN is_branch, DROP COLUMN licence_state`);
    await queryRunner.query(
      `DROP TABLE plant_decision, rectification_step, rectification, ledger_entry, credit_decision,
         credit_assessment`,
    );
  }
}
