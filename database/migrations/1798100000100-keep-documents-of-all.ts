import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are attached to enterprises, plants and drivers as well, and may say when they run out. */
export class KeepDocumentsOfAll1798100000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE registration_document RENAME TO document`,
      `ALTER TABLE document RENAME COLUMN vehicle_id TO subject_id`,
      `ALTER TABLE document RENAME CONSTRAINT registration_document_pkey TO document_pkey`,
      `ALTER TABLE document
         RENAME CONSTRAINT registration_document_file_name_key TO document_file_name_key`,
      `ALTER INDEX registration_document_vehicle RENAME TO document_subject`,
      `ALTER TABLE document ADD COLUMN subject text NOT NULL DEFAULT 'vehicle'`,
      `ALTER TABLE document ALTER COLUMN subject DROP DEFAULT`,
      `ALTER TABLE document ADD COLUMN expires_on date`,
    ]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE document DROP COLUMN expires_on, DROP COLUMN subject`,
      `ALTER INDEX document_subject RENAME TO registration_document_vehicle`,
      `ALTER TABLE document
         RENAME CONSTRAINT document_file_name_key TO registration_document_file_name_key`,
      `ALTER TABLE document RENAME CONSTRAINT document_pkey TO registration_document_pkey`,
      `ALTER TABLE document RENAME COLUMN subject_id TO vehicle_id`,
      `ALTER TABLE document RENAME TO registration_document`,
    ]) {
      await queryRunner.query(statement);
    }
  }
}
