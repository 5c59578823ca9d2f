import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of rows that are checked and then entered as one. */
export class TakeImports1797000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE import_file (
        id          uuid PRIMARY KEY,
        kind        text NOT NULL,
        file_name   text NOT NULL,
        sha256      text NOT NULL,
        crs         text,
        row_count   integer NOT NULL,
        rows        jsonb,
        state       text NOT NULL,
        taken_by    uuid NOT NULL,
        taken_at    timestamptz NOT NULL,
        imported_at timestamptz
      )`);
    await queryRunner.query(`CREATE INDEX import_file_taken ON import_file (taken_by, taken_at)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE import_file`);
  }
}
