import type { MigrationInterface, QueryRunner } from 'typeorm';

const refuseRewriting = (mayGo: string): string => `
  CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
      SELECT 1 FROM audit_removal r WHERE ${mayGo}) THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END $$`;

const guardDocuments = (source: string): readonly string[] => [
  `DROP TRIGGER only_added ON document`,
  `CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON document
   FOR EACH ROW EXECUTE FUNCTION refuse_rewriting(${source})`,
];

/**
 * Who left is forgotten, and what is kept of him, one by one: a removal may name a single row. Papers
 * are sealed under the name that their table had at first.
 */
export class ForgetWhoLeft1799758000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE driver ADD COLUMN forgotten_at timestamptz`,
      `ALTER TABLE audit_removal ADD COLUMN only_id uuid`,
      refuseRewriting(`r.source = coalesce(TG_ARGV[0], TG_TABLE_NAME)
        AND (OLD.id < r.before_id OR OLD.id = r.only_id)`),
      ...guardDocuments(`'registration_document'`),
    ]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      ...guardDocuments(''),
      refuseRewriting(`r.source = TG_TABLE_NAME AND OLD.id < r.before_id`),
      `ALTER TABLE audit_removal DROP COLUMN only_id`,
      `ALTER TABLE driver DROP COLUMN forgotten_at`,
    ]) {
      await queryRunner.query(statement);
    }
  }
}
