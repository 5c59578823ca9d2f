import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files attached to registrations; the files themselves lie in a folder beside the database. */
export class AttachDocuments1796800000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE registration_document (
        id          uuid PRIMARY KEY,
        vehicle_id  uuid NOT NULL,
        kind        text NOT NULL,
        title       text NOT NULL,
        file_name   text NOT NULL UNIQUE,
        file_kind   text NOT NULL,
        size_bytes  integer NOT NULL,
        sha256      text NOT NULL,
        added_by    uuid NOT NULL,
        added_at    timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX registration_document_vehicle ON registration_document (vehicle_id, added_at)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE registration_document`);
  }
}
