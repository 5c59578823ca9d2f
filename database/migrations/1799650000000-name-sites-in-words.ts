import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ledger's entry names a site in words when it is none of the product's. */
export class NameSitesInWords1799650000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE ledger_entry ADD COLUMN site_name text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE ledger_entry DROP COLUMN site_name`);
  }
}
