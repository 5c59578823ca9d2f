import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONLY_ADDED = ['mix_design', 'material_lot', 'strength_test'];

/** What a plant's laboratory says of mix designs, raw materials and the strength reached (R17). */
export class ControlMaterials1799000000510 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mix_design (
        id             uuid PRIMARY KEY,
        plant_id       uuid NOT NULL,
        mix_design_no  text NOT NULL,
        grade          text NOT NULL,
        materials      jsonb NOT NULL,
        approver_name  text NOT NULL,
        valid_from     date NOT NULL,
        valid_to       date,
        recorded_by    uuid NOT NULL,
        recorded_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX mix_design_plant ON mix_design (plant_id, mix_design_no, recorded_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE material_lot (
        id              uuid PRIMARY KEY,
        plant_id        uuid NOT NULL,
        material        text NOT NULL,
        lot_no          text NOT NULL,
        supplier_name   text NOT NULL,
        report_no       text NOT NULL,
        has_passed      boolean NOT NULL,
        inspector_name  text NOT NULL,
        tested_on       date NOT NULL,
        recorded_by     uuid NOT NULL,
        recorded_at     timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX material_lot_plant ON material_lot (plant_id, material, recorded_at)`,
    );
    await queryRunner.query(`
      CREATE TABLE strength_test (
        id              uuid PRIMARY KEY,
        plant_id        uuid NOT NULL,
        trip_id         uuid NOT NULL,
        ticket_no       text NOT NULL,
        grade           text NOT NULL,
        age_days        integer NOT NULL,
        strength_mpa    double precision NOT NULL,
        report_no       text NOT NULL,
        inspector_name  text NOT NULL,
        tested_on       date NOT NULL,
        recorded_by     uuid NOT NULL,
        recorded_at     timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX strength_test_plant ON strength_test (plant_id, recorded_at)`,
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
    await queryRunner.query(`ALTER TABLE batch_record ADD COLUMN mix_design_no text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE batch_record DROP COLUMN mix_design_no`);
    await queryRunner.query(`DROP TABLE strength_test, material_lot, mix_design`);
  }
}
