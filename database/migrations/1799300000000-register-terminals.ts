import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terminals are registered by the steps that vehicles are. */
export class RegisterTerminals1799300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE terminal_registration (
        terminal_id     uuid PRIMARY KEY,
        registration_no text CONSTRAINT terminal_registration_registration_no_key UNIQUE,
        state           text NOT NULL,
        steps           text[] NOT NULL DEFAULT '{}',
        updated_at      timestamptz NOT NULL,
        version         integer NOT NULL DEFAULT 1
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE terminal_registration`);
  }
}
